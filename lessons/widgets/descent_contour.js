// The path in the plane of the weights. The loss depends on z alone, so lines of equal loss are
// straight: z = const.

const FRAME = 3.5; // the weights start between −3 and 3
const TICKS = [-3 / FRAME, 0, 3 / FRAME];
const SQUARE = { width: 260, height: 260 };
const between = (low, high, n) =>
  Array.from({ length: n + 1 }, (_, i) => low + ((high - low) * i) / n);

function contourPlot(onMove, onSettle) {
  const id = `lr-shade-${++count}`;
  const stops = between(0, 1, 24).map((offset) =>
    svg("stop", { offset, "stop-color": "var(--lr-forward)" }),
  );
  const shade = svg("linearGradient", { id, gradientUnits: "userSpaceOnUse" }, ...stops);
  const ground = svg("rect", { ...SQUARE, fill: `url(#${id})` });
  const strokes = paths("lines", "other", "rest-way", "way", "points");
  const [lines, other, rest, way, points] = strokes;
  const [now, start] = [
    ["here", 6],
    ["start", 9],
  ].map(([name, r]) => svg("circle", { class: `lr-${name}`, r }));
  const name = text(0, 0, "middle", "start");
  const plane = svg(
    "svg",
    { x: 60, y: 8, ...SQUARE, viewBox: "0 0 260 260" },
    ground,
    ...strokes,
    now,
    start,
    name,
  );
  const across = TICKS.map((at) => text(190 + 130 * at, 285, "middle"));
  const up = TICKS.map((at) => text(57, 143 - 130 * at, "end"));
  const node = svg(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "group", "aria-label": "Path of the weights" },
    svg("defs", {}, shade),
    plane,
    svg("rect", { class: "lr-frame", x: 60, y: 8, ...SQUARE }),
    ...across,
    ...up,
    text(246, 285, "middle", "w1"),
    text(57, 92, "end", "w2"),
  );

  let [half, held] = [FRAME, false];
  const pixel = ([w1, w2]) => [130 + (w1 / half) * 130, 130 - (w2 / half) * 130];
  const weight = (w) => clamp(Math.round(w * 20) / 20, -3, 3);
  start.onpointerdown = (event) => {
    held = !event.button; // the frame stays put while the user drags in it
    start.setPointerCapture(event.pointerId);
    voice(start, "off");
  };
  start.onpointermove = (event) => {
    if (!held) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      plane.getScreenCTM().inverse(),
    );
    onMove({ w1: weight((at.x / 130 - 1) * half), w2: weight((1 - at.y / 130) * half) });
  };
  start.onlostpointercapture = () => (
    (held = false),
    voice(start, "polite"),
    onMove({}),
    onSettle()
  );

  function drawSurface({ x1, x2 }, lossAt, b) {
    const reach = half * (abs(x1) + abs(x2));
    const square = x1 * x1 + x2 * x2;
    set(ground, { opacity: square ? 1 : 0 });
    if (!square) return (set(lines, { d: join([]) }), [lossAt(b), lossAt(b)]);
    const spot = (z) => [((z - b) * x1) / square, ((z - b) * x2) / square];
    const [[fromX, fromY], [toX, toY]] = [b - reach, b + reach].map((z) => pixel(spot(z)));
    set(shade, { x1: fromX, y1: fromY, x2: toX, y2: toY });
    const zs = between(b - reach, b + reach, 768);
    const losses = zs.map(lossAt);
    const valley = abs(b) < reach ? lossAt(0) : Infinity; // where two examples agree best
    const [low, high] = [Math.min(valley, ...losses), Math.max(...losses)];
    // The root brings lines closer together where the loss is small: that is where paths end.
    const height = (loss) => Math.sqrt((loss - low) / (high - low || 1));
    stops.forEach((stop, i) =>
      set(stop, { "stop-opacity": (height(losses[i * 32]) / 2.5).toFixed(3) }),
    );
    const level = losses.map((loss) => Math.min(9, Math.floor(10 * height(loss))));
    const crossings = zs.filter((_, i) => i && level[i] !== level[i - 1]);
    const far = (2 * half) / Math.sqrt(square);
    const ends = ([w1, w2]) => [-far, far].map((by) => pixel([w1 + by * x2, w2 - by * x1]));
    set(lines, { d: crossings.map((z) => join(ends(spot(z)))).join("") });
    return [low, high];
  }

  // Returns what the caption says: the range of the loss, and how wide the frame is.
  function draw({ rows, others, k, reveal, inputs, lossAt }) {
    const [shown, right] = [rows.slice(0, reveal + 1), others].map((run) =>
      run.map(({ w1, w2 }) => [w1, w2]),
    );
    const farthest = Math.max(...[...shown, ...right].flat().map(abs));
    if (!held) half = FRAME * 2 ** Math.max(0, Math.ceil(Math.log2(farthest / FRAME / 0.95)));
    const [low, high] = drawSurface(inputs, lossAt, rows[k].b);
    const places = shown.map(pixel);
    const [[startX, startY], [nowX, nowY]] = [places[0], places[k]];
    set(other, { d: join(right.map(pixel)) });
    set(rest, { d: join(places.slice(k)) });
    set(way, { d: join(places.slice(0, k + 1)) });
    set(points, {
      d: places
        .slice(0, k + 1)
        .map((place) => `${join([place])}h.01`)
        .join(""),
    });
    set(now, { cx: nowX, cy: nowY });
    set(start, { cx: startX, cy: startY });
    set(name, { x: startX, y: startY + (startY > 230 ? -14 : 24) });
    for (const ticks of [across, up]) TICKS.forEach((at, i) => write(ticks[i], short(at * half)));
    return { low, high, half };
  }
  return { node, draw };
}
