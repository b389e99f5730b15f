// What every page does: send the token, say what failed, keep the focus, open menus and dialogs, switch the theme.
import "./abandoned.js";
import { announce, toast, showServerToasts } from "./toasts.js";
import { startFocusKeeping } from "./focus.js";
import { startMenus } from "./menus.js";
import { startThemeSwitch } from "./theme.js";
import { startDrafts } from "./drafts.js";
import { startLive } from "./live.js";
import { startPressing } from "./pressed.js";

const words = () => document.getElementById("toasts").dataset;

function sendToken(event) {
  const target = new URL(event.detail.path, location.href);
  if (target.origin !== location.origin) return;
  event.detail.headers["X-CSRFToken"] = document.querySelector('meta[name="csrf-token"]').content;
}

// A status has its own sentence where a person can do something about it.
function sentenceFor(status) {
  if (status === 403) return words().forbidden;
  if (status === 404 || status === 410) return words().gone;
  if (status === 429) return words().busy;
  return words().failed;
}

function isRefresh(event) {
  return event.detail.requestConfig?.triggeringEvent?.type === "refresh" || event.detail.elt?.matches?.("[hx-trigger^=every]");
}

function tellsItself(event) {
  return event.detail.elt?.matches?.("form[data-autosave]");
}

// A refresh that nobody asked for is tried again by itself; only the deeds of a person are worth a message.
function report(sentence) {
  return (event) => {
    if (!isRefresh(event) && !tellsItself(event)) toast(typeof sentence === "function" ? sentence(event) : sentence, "failed");
  };
}

document.addEventListener("htmx:configRequest", sendToken);
document.addEventListener("htmx:responseError", report((event) => sentenceFor(event.detail.xhr.status)));
document.addEventListener("htmx:sendError", report(() => words().offline));
document.addEventListener("htmx:timeout", report(() => words().late));
document.addEventListener("announce", ({ detail }) => announce(detail.text));
document.addEventListener("toast", ({ detail }) => toast(detail.text, detail.kind, detail.undo));

showServerToasts();
startFocusKeeping();
startMenus();
startThemeSwitch();
if (document.querySelector("[data-drop]")) import("./dropzone.js");
else document.addEventListener("dragenter", () => import("./dropzone.js"), { once: true });
startPressing();
if (startDrafts()) import("./unsent.js").then(({ deliverAll }) => deliverAll());
startLive();
