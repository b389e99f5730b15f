// One shot becomes two at the caret: by the button beside the action, or by Ctrl and Enter in the action or in a line.
import { saved } from "./autosave.js";
import { send } from "./deeds.js";
import { seenIn } from "./fields.js";

// The studio keeps names without @ and no spaces around: a place is counted in the letters that both texts have.
function letters(text) {
  return [...text.replace(/[@\s]/gu, "")].length;
}

// The place in `kept`, counted in characters, as the studio counts, behind the letters of `before`.
function placeIn(kept, before) {
  let left = letters(before);
  const characters = [...kept];
  let at = 0;
  while (left > 0 && at < characters.length) {
    if (letters(characters[at])) left -= 1;
    at += 1;
  }
  return at;
}

function lineOf(field) {
  const line = field.closest("fieldset.spoken");
  return line ? Number(line.dataset.line) : null;
}

function keptText(form, line) {
  const seen = seenIn(form);
  return line === null ? seen.action : seen.dialogue?.[line]?.text;
}

/** Split the shot of the field at its caret, once what stands in it is saved. */
export async function split(field) {
  const { form } = field;
  const url = form.dataset.splitUrl;
  if (!url || !(await saved(form))) return;
  const line = lineOf(field);
  const at = placeIn(keptText(form, line) ?? "", field.value.slice(0, field.selectionStart));
  const values = line === null ? { field: "action", at } : { field: "dialogue", line, at };
  send(url, values);
}
