// Pages that ask one thing open over the board: <a href data-sheet> is fetched into the dialog #sheet.
function open(event) {
  const link = event.target.closest("a[data-sheet]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.htmx.ajax("GET", link.getAttribute("href"), { target: "#sheet-content", swap: "innerHTML" });
}

function show({ detail }) {
  if (detail.target?.id !== "sheet-content") return;
  const sheet = document.getElementById("sheet");
  if (!sheet.open) sheet.showModal();
  sheet.querySelector("[autofocus], select, input:not([type=hidden]), textarea")?.focus();
}

function close() {
  for (const dialog of document.querySelectorAll("dialog[data-asks][open]")) dialog.close();
}

/** Open links with [data-sheet] over the board, and close what asked when the board has changed. */
export function startSheets() {
  document.addEventListener("click", open);
  document.addEventListener("htmx:afterSettle", show);
  document.addEventListener("board:changed", close);
}
