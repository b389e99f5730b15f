// Undo and redo say what they would do next: the head of the board knows it after every deed.
function name({ target }) {
  if (target.id !== "figures") return;
  for (const button of document.querySelectorAll("button[data-next]")) {
    const words = target.dataset[button.dataset.next];
    button.ariaLabel = words;
    button.title = `${words} (${button.dataset.keys})`;
  }
}

/** Keep the names of the buttons right. */
export function startTools() {
  document.addEventListener("htmx:load", name);
}
