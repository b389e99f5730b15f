// HH:MM:SS:FF of a frame number; drop-frame numbering (with a semicolon) only where it exists, at 29.97 and 59.94.

/** Parse "24/1" or "30000/1001" to {num, den}. */
export function parseRate(text) {
  const [num, den = 1] = text.split("/").map(Number);
  return { num, den };
}

/** Frame that is on screen at `seconds`. */
export function frameAt(seconds, { num, den }) {
  return Math.floor((seconds * num) / den + 1e-3);
}

/** Seconds in the middle of `frame`, so that a seek lands inside of it. */
export function middleOf(frame, { num, den }) {
  return ((frame + 0.5) * den) / num;
}

function withDroppedNumbers(frame, base) {
  const dropped = base / 15;
  const perMinute = base * 60 - dropped;
  const perTenMinutes = perMinute * 10 + dropped;
  const tens = Math.floor(frame / perTenMinutes);
  const rest = frame % perTenMinutes;
  const minutes = rest < base * 60 ? 0 : 1 + Math.floor((rest - base * 60) / perMinute);
  return frame + dropped * (9 * tens + minutes);
}

/** Timecode of `frame` at the rate. */
export function timecode(frame, { num, den }) {
  const base = Math.round(num / den);
  const drop = den === 1001 && base % 30 === 0;
  const count = drop ? withDroppedNumbers(frame, base) : frame;
  const two = (value) => String(value).padStart(2, "0");
  const seconds = Math.floor(count / base);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two);
  return `${parts.join(":")}${drop ? ";" : ":"}${two(count % base)}`;
}
