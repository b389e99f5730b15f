// How the camera moves over a panel while the moving picture is not drawn yet: the move of the shot, eased, as a transform.
const REACH = { slow: 0.6, medium: 1, fast: 1.6 };
const ROOM = 1.16;
const WAYS = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] };
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

function slide(direction, fallback, share, reach) {
  const [x, y] = WAYS[direction] ?? WAYS[fallback];
  const far = Math.min(7, 7 * reach) * (2 * share - 1);
  return `scale(${ROOM}) translate(${x * far}%, ${y * far}%)`;
}

function push(direction, share, reach) {
  const near = 1 + 0.22 * reach;
  const nearer = direction === "out" ? near + (1 - near) * share : 1 + (near - 1) * share;
  return `scale(${nearer})`;
}

function roll(direction, share, reach) {
  return `scale(1.2) rotate(${(direction === "ccw" ? -1 : 1) * 8 * reach * (share - 0.5)}deg)`;
}

function shake(seconds) {
  return `scale(1.05) translate(${0.7 * Math.sin(seconds * 5.1)}%, ${0.6 * Math.sin(seconds * 6.7 + 1)}%)`;
}

const MOVES = {
  pan: (way, share, reach) => slide(way, "right", share, reach), whip_pan: (way, share) => slide(way, "right", share, 1.6),
  truck: (way, share, reach) => slide(way, "right", share, reach), tracking: (way, share, reach) => slide(way, "right", share, reach),
  arc: (way, share, reach) => slide(way, "right", share, reach * 0.7),
  tilt: (way, share, reach) => slide(way, "up", share, reach), pedestal: (way, share, reach) => slide(way, "up", share, reach),
  crane: (way, share, reach) => slide(way, "up", share, reach), drone: (way, share, reach) => push(way, share, reach),
  zoom: push, dolly: (way, share, reach) => (WAYS[way] ? slide(way, "right", share, reach) : push(way, share, reach)), dolly_zoom: push,
  roll, handheld: (_way, _share, _reach, seconds) => shake(seconds),
};

function eased(share) {
  return share * share * (3 - 2 * share);
}

/** Return the CSS transform of a panel at `share` (0 to 1) of its shot; `move` is "family direction speed". */
export function transformAt(move, share, seconds) {
  const [family, direction, speed] = move.split("/");
  const deed = CALM.matches ? undefined : MOVES[family];
  return deed ? deed(direction, eased(share), REACH[speed] ?? 1, seconds) : "none";
}
