// The blocks of the timeline in time and in pixels. What is omitted runs for no time, but has a little room.
const CHIP = 14;
let blocks = [];
let total = 0;
let scale = 1;

/** Return the list of scenes with their blocks. */
export function reel() {
  return document.querySelector(".reel");
}

/** Return the blocks as { element, start, frames, left }, first to last. */
export function allBlocks() {
  return blocks;
}

/** Return how many frames the film runs. */
export function totalFrames() {
  return total;
}

/** Return the pixels for a frame. */
export function pixelsPerFrame() {
  return scale;
}

function widthOf(frames) {
  return frames ? frames * scale : CHIP;
}

/** Return how wide all blocks without time are together. */
export function roomWithoutTime() {
  return blocks.filter(({ frames }) => !frames).length * CHIP;
}

/** Read the blocks again: how long each is, and where it stands. */
export function measure() {
  let start = 0;
  let left = 0;
  blocks = [...reel().querySelectorAll(".block")].map((element) => {
    const frames = Number(element.dataset.now ?? element.dataset.frames);
    const block = { element, start, frames, left };
    element.style.setProperty("--frames", frames);
    start += frames;
    left += widthOf(frames);
    return block;
  });
  total = start;
}

/** Give each frame so many pixels. */
export function setScale(pixels) {
  scale = pixels;
  reel().style.setProperty("--frame", `${pixels}px`);
  measure();
}

function last(test) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(blocks[middle])) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

/** Return the block that runs at `frame`. */
export function blockAt(frame) {
  let found = last(({ start }) => start <= frame) ?? blocks[0];
  while (found && !found.frames && blocks.indexOf(found) > 0) found = blocks[blocks.indexOf(found) - 1];
  return found;
}

/** Return the block of an element. */
export function blockOf(element) {
  return blocks.find((block) => block.element === element);
}

/** Return how far from the start `frame` stands, in pixels. */
export function xOf(frame) {
  const block = blockAt(frame);
  return block ? block.left + (frame - block.start) * scale : 0;
}

/** Return the frame that stands at `x`. */
export function frameAt(x) {
  const block = last(({ left }) => left <= x) ?? blocks[0];
  if (!block) return 0;
  const inside = Math.min(Math.max((x - block.left) / scale, 0), block.frames);
  return Math.min(Math.round(block.start + inside), total);
}
