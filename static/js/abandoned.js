// What is given up on purpose, because something newer is asked for or a deed goes first, is no failure: to htmx it is
// answered, with an answer that nobody uses. A network that is lost or slow fails by other events, which stay as they are.
const GIVEN_UP = 0; // the status of a request without an answer

document.addEventListener("htmx:beforeSend", ({ detail: { xhr } }) => { xhr.onabort = xhr.onload; });
document.addEventListener("htmx:beforeOnLoad", (event) => { if (event.detail.xhr.status === GIVEN_UP) event.preventDefault(); });
