// A file can be dropped where a file field or a text area stands: <div class="drop" data-drop="id of the field">.
// Fetched by the pages that have one, and when something is first dragged over another.
function zoneOf(event) {
  return event.dataTransfer?.types.includes("Files") ? event.target.closest?.("[data-drop]") : null;
}

function mark(event) {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  zone.classList.add("over");
}

function unmark(event) {
  const zone = event.target.closest?.("[data-drop]");
  if (zone && !zone.contains(event.relatedTarget)) zone.classList.remove("over");
}

async function fill(field, file) {
  if (field.type === "file") {
    const files = new DataTransfer();
    files.items.add(file);
    field.files = files.files;
  } else {
    field.value = await file.text();
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  field.focus();
}

async function drop(event) {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  zone.classList.remove("over");
  const [file] = event.dataTransfer.files;
  if (file) await fill(document.getElementById(zone.dataset.drop), file);
}

document.addEventListener("dragover", mark);
document.addEventListener("dragleave", unmark);
document.addEventListener("drop", drop);
