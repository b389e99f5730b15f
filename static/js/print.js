// A preview that shows every page opens the browser's print dialog, once all of its pictures have come.

const LONGEST_WAIT = 20000;

function arrived(image) {
  return new Promise((resolve) => {
    const probe = new Image();
    probe.addEventListener("load", resolve);
    probe.addEventListener("error", resolve);
    probe.src = image.getAttribute("href");
  });
}

const pages = document.querySelector("[data-print-now]");
if (pages) {
  const pictures = Promise.all([...pages.querySelectorAll("image")].map(arrived));
  const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
  Promise.race([Promise.all([pictures, document.fonts.ready]), patience]).then(() => window.print());
}
