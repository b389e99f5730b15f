// The fields of a form under the names that the studio has for them: what stands there, and putting something there.
import { linesIn, setLines } from "./lines.js";

const STUDIO_NAMES = { length: "frames" };
const NONE = new Set(["csrfmiddlewaretoken", "seen", "theirs", "settle", "line-do", "new_name"]);

/** Return the studio's name of the field that a control belongs to, or an empty string. */
export function fieldOf(control) {
  const name = control.name ?? "";
  if (!name || NONE.has(name)) return "";
  if (name === "lines" || name.startsWith("line-")) return "dialogue";
  if (name.startsWith("option-")) return "options";
  return STUDIO_NAMES[name] ?? name;
}

function controlsOf(form, field) {
  return [...form.elements].filter((control) => fieldOf(control) === field);
}

/** Return what stands in a field, as it can be kept. */
export function read(form, field) {
  if (field === "dialogue") return linesIn(form);
  const values = {};
  for (const control of controlsOf(form, field)) {
    const ticked = control.type === "checkbox" || control.type === "radio";
    values[control.name] ??= ticked ? [] : control.value;
    if (ticked && control.checked) values[control.name].push(control.value);
  }
  return values;
}

/** Put into a field what `read` returned. */
export function write(form, field, value) {
  if (field === "dialogue") return setLines(form, value);
  for (const control of controlsOf(form, field)) {
    const wanted = value[control.name];
    if (wanted === undefined) continue;
    if (Array.isArray(wanted)) control.checked = wanted.includes(control.value);
    else control.value = wanted;
  }
}

/** Return what the form says its person has seen, by field. */
export function seenIn(form) {
  return JSON.parse(form.elements.namedItem("seen")?.value || "{}");
}

/** Let the form say that its person has seen `value` in a field. */
export function setSeen(form, field, value) {
  form.elements.namedItem("seen").value = JSON.stringify({ ...seenIn(form), [field]: value });
}

/** Return how a conflict about `field` is told in `region`, an answer to what was sent, and what the others wrote. */
export function toldIn(region, field) {
  const theirs = JSON.parse(region.querySelector('[name="theirs"]').value)[field];
  const parts = [...region.children].filter(({ name }) => name !== "seen");
  return { theirs: JSON.stringify(theirs), html: parts.map(({ outerHTML }) => outerHTML).join("") };
}

/** Return the words by which people know a field. */
export function wordsFor(form, field) {
  const control = controlsOf(form, field)[0];
  return control?.labels?.[0]?.textContent.trim() || control?.getAttribute("aria-label") || field;
}
