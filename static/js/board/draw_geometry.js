// Crops and distances, in parts of the width of the picture below; storyboards/marks.py has the same rules.
export const CLOSEST = 20;

/** The largest crop without bars, from the middle; both shapes are width through height. */
export function filling(picture, frame) {
  return middle(Math.min(1, frame / picture), picture, frame);
}

/** The smallest crop with the whole picture in it. */
export function whole(picture, frame) {
  return middle(Math.max(1, frame / picture), picture, frame);
}

function middle(width, picture, frame) {
  return { x: (1 - width) / 2, y: (1 / picture - width / frame) / 2, width };
}

function within(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

function along(start, length, size) {
  const spare = size - length;
  return within(start, Math.min(0, spare), Math.max(0, spare));
}

/** The crop nearest to the one wanted that can be had: inside of the picture, or all around it. */
export function held(crop, picture, frame) {
  const width = within(crop.width, filling(picture, frame).width / CLOSEST, whole(picture, frame).width);
  return { x: along(crop.x, width, 1), y: along(crop.y, width / frame, 1 / picture), width };
}

/** The same crop, so many times as wide, about its middle. */
export function scaled(crop, times, frame) {
  const width = crop.width * times;
  const grown = width - crop.width;
  return { x: crop.x - grown / 2, y: crop.y - grown / frame / 2, width };
}

function toSegment([x, y], [x0, y0], [x1, y1]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const share = dx || dy ? within(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1) : 0;
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
}

/** How far a point is from a line through points. */
export function distance(point, points) {
  if (points.length === 1) return toSegment(point, points[0], points[0]);
  let least = Infinity;
  for (let at = 1; at < points.length; at += 1) least = Math.min(least, toSegment(point, points[at - 1], points[at]));
  return least;
}
