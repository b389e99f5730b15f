// One event stream per page says what changed; the page then fetches the fragment again. Polling when the stream is away.
import { renew } from "./renewing.js";

const POLL_VISIBLE_MS = 3000;
const POLL_HIDDEN_MS = 30000;
const FAILURES_UNTIL_POLLING = 2;
// The studio says at once that it is there, and then every 15 s, unless something changes.
const SILENCE_AT_FIRST_MS = 8000;
const SILENCE_MS = 40000;

// Fragments that must be fetched again, but wait: out of sight, or somebody is at work in them.
const owed = new Set();

function nearView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}

function inUse(element) {
  const typing = element.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
  return typing || element.querySelector("details[open], dialog[open]") !== null;
}

function refresh(element) {
  if (inUse(element)) owed.add(element.id);
  else renew(element.id);
}

function payOwed() {
  for (const id of [...owed]) {
    const element = document.getElementById(id);
    if (element && !nearView(element)) continue;
    owed.delete(id);
    if (element) refresh(element);
  }
}

function refreshAll() {
  for (const element of document.querySelectorAll("[data-live][id]")) owed.add(element.id);
  payOwed();
}

function passOn(data) {
  const change = JSON.parse(data);
  const name = `${change.type}-${change.id}`;
  const element = document.getElementById(name);
  if (element) refresh(element);
  // What stands elsewhere on the page but tells of the same thing, such as the strip of takes in the inspector.
  for (const follower of document.querySelectorAll(`[data-follows~="${name}"]`)) refresh(follower);
  document.dispatchEvent(new CustomEvent(`live:${change.type}`, { detail: change }));
}

class Polling {
  #timer = 0;

  get running() { return this.#timer !== 0; }

  start() {
    if (!this.running) this.#plan();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  // Planned anew when the tab is shown or hidden, so that a visible page never waits for the slow rhythm.
  replan() {
    if (!this.running) return;
    clearTimeout(this.#timer);
    this.#plan();
  }

  #plan() {
    this.#timer = setTimeout(() => {
      refreshAll();
      this.#plan();
    }, document.hidden ? POLL_HIDDEN_MS : POLL_VISIBLE_MS);
  }
}

class Stream {
  #failures = 0;
  #mayHaveMissed = false;
  #silence = 0;
  #polling = new Polling();

  constructor(url) {
    this.url = url;
    this.#connect();
    document.addEventListener("visibilitychange", () => this.#polling.replan());
    addEventListener("pagehide", () => this.source.close());
    addEventListener("pageshow", (event) => { if (event.persisted) this.#connectAnew(); });
  }

  #connect() {
    this.source = new EventSource(this.url);
    this.source.addEventListener("error", () => this.#failed());
    this.source.addEventListener("here", () => this.#heard());
    for (const type of ["message", "change"]) this.source.addEventListener(type, (event) => this.#told(event.data));
    this.#expectWord(SILENCE_AT_FIRST_MS);
  }

  // The browser reconnects by itself with the last id, and the studio replays from there; a new stream begins with now.
  #connectAnew() {
    this.#mayHaveMissed = true;
    this.url = this.url.replace(/&since=\d+/, "");
    this.#connect();
  }

  // A stream that neither opens nor fails, or that somebody on the way holds back, is none until it is heard.
  #expectWord(within) {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#polling.start(), within);
  }

  #heard() {
    if (this.#mayHaveMissed || this.#polling.running) refreshAll();
    this.#mayHaveMissed = false;
    this.#failures = 0;
    this.#polling.stop();
    this.#expectWord(SILENCE_MS);
  }

  #told(data) {
    this.#heard();
    passOn(data);
  }

  // A browser gives up for good after an HTTP error; the studio may only be restarting.
  #failed() {
    this.#failures += 1;
    const givenUp = this.source.readyState === EventSource.CLOSED;
    if (givenUp || this.#failures >= FAILURES_UNTIL_POLLING) this.#polling.start();
    if (givenUp) setTimeout(() => this.#connectAnew(), POLL_VISIBLE_MS * 2);
  }
}

/** Open the page's event stream, if its body names one. */
export function startLive() {
  const url = document.body.dataset.events;
  if (!url) return null;
  addEventListener("scroll", payOwed, { passive: true });
  document.addEventListener("focusout", () => setTimeout(payOwed));
  document.addEventListener("toggle", () => setTimeout(payOwed), true);
  return new Stream(url);
}
