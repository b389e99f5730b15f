// One event stream per page says what changed; the page then fetches the fragment again. Polling when the stream is away.
const POLL_VISIBLE_MS = 3000;
const POLL_HIDDEN_MS = 30000;
const FAILURES_UNTIL_POLLING = 2;

function refresh(element) {
  if (element && window.htmx) window.htmx.trigger(element, "refresh");
}

function refreshAll() {
  for (const element of document.querySelectorAll("[data-live]")) refresh(element);
}

function passOn(data) {
  const change = JSON.parse(data);
  refresh(document.getElementById(`${change.type}-${change.id}`));
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
  #wasOpen = false;
  #polling = new Polling();

  constructor(url) {
    this.url = url;
    this.#connect();
    document.addEventListener("visibilitychange", () => this.#polling.replan());
    addEventListener("pagehide", () => this.source.close());
    addEventListener("pageshow", (event) => { if (event.persisted) this.#connect(); });
  }

  #connect() {
    this.source = new EventSource(this.url);
    this.source.addEventListener("open", () => this.#opened());
    this.source.addEventListener("error", () => this.#failed());
    this.source.addEventListener("message", (event) => passOn(event.data));
    this.source.addEventListener("change", (event) => passOn(event.data));
  }

  // What happened while we were away may be lost, so everything live is fetched once after each gap.
  #opened() {
    if (this.#wasOpen || this.#polling.running) refreshAll();
    this.#wasOpen = true;
    this.#failures = 0;
    this.#polling.stop();
  }

  #failed() {
    this.#failures += 1;
    if (this.#failures >= FAILURES_UNTIL_POLLING) this.#polling.start();
    if (this.source.readyState === EventSource.CLOSED) this.#connectLater();
  }

  // A browser gives up for good after an HTTP error; the studio may only be restarting.
  #connectLater() {
    this.#polling.start();
    setTimeout(() => this.#connect(), POLL_VISIBLE_MS * 2);
  }
}

/** Open the page's event stream, if its body names one. */
export function startLive() {
  const url = document.body.dataset.events;
  if (url) return new Stream(url);
  return null;
}
