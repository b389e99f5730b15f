// Parts of the page are renewed: fetched again from where they came. What is shown never goes back to what was before:
// parts that overlap are fetched one after the other, and none while a deed is on its way, whose answer they may not know yet.
import { batchOf, fetchBatch, isNear, isOfMany, withCompanions } from "./together.js";

const RETRY_MS = 5000;
// The parts that must be renewed and still wait, by id.
const owed = new Set();
// The requests whose answers are awaited: { targets, own }; `own` says that parts fetch themselves.
const awaited = new Map();
const reasons = [];
let pauses = 0;

function isPart(element) {
  return Boolean(element.id) && (element.getAttribute("hx-trigger")?.startsWith("refresh") ?? false);
}

// What stands in the place of a part that was taken away while it was awaited is the same part.
function overlap(one, other) {
  return one.id === other.id || one.contains(other) || other.contains(one);
}

function isInUse(part) {
  return reasons.some((reason) => reason(part));
}

function allAwaited() {
  return [...awaited.values()].flatMap(({ targets }) => targets);
}

function mustWait(part) {
  return pauses > 0 || isInUse(part) || allAwaited().some((target) => overlap(target, part));
}

// What contains the part is fetched later anyway, and the part with it.
function isCovered(part) {
  return [...owed].some((id) => id !== part.id && document.getElementById(id)?.contains(part));
}

function admit(event) {
  const { elt, target, verb } = event.detail;
  if (verb !== "get" || elt !== target || !isPart(elt)) return;
  owed.delete(elt.id);
  if (!isCovered(elt) && !mustWait(elt)) return;
  if (!isCovered(elt)) owed.add(elt.id);
  event.preventDefault();
}

function drop(xhr) {
  awaited.delete(xhr);
  xhr.abort();
}

// Of two requests for one place the newer one counts, whichever is answered first.
function follow({ detail: { xhr, target, requestConfig } }) {
  if (requestConfig.verb !== "get") return;
  for (const [older, { targets }] of awaited) if (targets[0] === target) drop(older);
  const own = requestConfig.elt === target;
  awaited.set(xhr, { targets: own ? withCompanions(target) : [target], own });
  xhr.addEventListener("loadend", () => land(xhr));
}

function isUnanswered(xhr) {
  return xhr.status === 0 || xhr.status === 429 || xhr.status >= 500;
}

function land(xhr) {
  const one = awaited.get(xhr);
  if (!one) return;
  awaited.delete(xhr);
  if (one.own && isPart(one.targets[0]) && isUnanswered(xhr)) setTimeout(() => renew(...one.targets.map(({ id }) => id)), RETRY_MS);
  // What was to come with one that is gone is still there.
  if (xhr.status === 404) renew(...one.targets.slice(1).map(({ id }) => id));
  pay();
}

// Somebody took the part into use while its answer was on the way.
function holdSwap(event) {
  const { target, requestConfig } = event.detail;
  if ((requestConfig && requestConfig.verb !== "get") || !target || !isPart(target) || !isInUse(target)) return;
  event.detail.shouldSwap = false;
  owed.add(target.id);
}

/** Renew the parts with these ids, as soon as nothing speaks against it. */
export function renew(...ids) {
  for (const id of ids) owed.add(id);
  pay();
}

/** Renew what is owed and need not wait any longer. */
export function pay() {
  if (pauses > 0 || !owed.size) return;
  const parts = [...owed].map((id) => document.getElementById(id)).filter((part) => part && isPart(part));
  const outermost = parts.filter((part) => !parts.some((other) => other !== part && other.contains(part)));
  owed.clear();
  for (const part of outermost) if (!isOfMany(part)) window.htmx.trigger(part, "refresh");
  payTogether(outermost.filter(isOfMany));
}

// What is out of sight comes when nothing else of its kind is on the way.
function payTogether(parts) {
  for (const { id } of parts) owed.add(id);
  const batch = batchOf(parts.filter((part) => !mustWait(part)));
  if (!batch.length || (!isNear(batch[0]) && allAwaited().some(isOfMany))) return;
  for (const { id } of batch) owed.delete(id);
  fetchBatch(batch);
}

/** Renew nothing from now on until `resume`: what was asked before is asked again afterwards. */
export function pause() {
  pauses += 1;
  for (const [xhr, { targets, own }] of awaited) {
    for (const part of targets.filter(isPart)) owed.add(part.id);
    if (own && isPart(targets[0])) drop(xhr);
  }
}

/** Take one `pause` back. */
export function resume() {
  pauses -= 1;
  pay();
}

/** Let every part wait for which `reason` is true; who gives a reason calls `pay` when it is over. */
export function waitWhile(reason) {
  reasons.push(reason);
}

document.addEventListener("htmx:confirm", admit);
document.addEventListener("htmx:beforeSend", follow);
document.addEventListener("htmx:beforeSwap", holdSwap);
document.addEventListener("htmx:oobBeforeSwap", holdSwap);
