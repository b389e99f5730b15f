// Picking a frame of a take: the number, the slide and the picture always say the same frame.
import { frameAt, middleOf, parseRate, timecode } from "../timecode.js";

const form = document.querySelector("form[data-frames]");

function startPicker() {
  const video = form.querySelector("video");
  const number = form.elements.namedItem("frame");
  const slide = form.querySelector("[data-slide]");
  const readout = form.querySelector("[data-timecode]");
  const last = Number(form.dataset.frames);
  const rate = parseRate(form.dataset.rate);

  function tell(frame) {
    number.value = frame;
    slide.value = frame;
    readout.textContent = timecode(frame, rate);
  }

  function go(frame) {
    const wanted = Math.min(Math.max(Math.round(frame) || 0, 0), last);
    video.pause();
    video.currentTime = middleOf(wanted, rate);
    tell(wanted);
  }

  function onKey(event) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ",": -1, ".": 1, PageUp: -12, PageDown: 12 };
    if (event.target !== video || !steps[event.key]) return;
    go(Number(number.value) + steps[event.key]);
    event.preventDefault();
  }

  form.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]")?.dataset.step;
    if (step) go(Number(number.value) + Number(step));
  });
  number.addEventListener("change", () => go(Number(number.value)));
  slide.addEventListener("input", () => go(Number(slide.value)));
  form.addEventListener("keydown", onKey);
  video.addEventListener("click", () => (video.paused ? video.play() : video.pause()));
  video.addEventListener("timeupdate", () => { if (!video.paused) tell(Math.min(frameAt(video.currentTime, rate), last)); });
  video.addEventListener("pause", () => tell(Math.min(frameAt(video.currentTime, rate), last)));
  go(Number(number.value));
}

if (form) startPicker();
