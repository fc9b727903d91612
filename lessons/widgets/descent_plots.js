// Two pictures of lesson 03, each made once: the loss, and how far a is from y.

const [WIDE, HIGH, LEFT, LOW] = [340, 300, 66, 270];
const clamp = (x, low, high) => Math.min(high, Math.max(low, x));
const paths = (...names) => names.map((name) => svg("path", { class: `lr-${name}` }));

// The next round number: 1, 2 or 5 times a power of ten.
function roundAbove(x) {
  const power = 10 ** Math.floor(log10(x));
  return [1, 2, 5, 10].find((n) => n * power >= x * 0.9999) * power;
}

function lossPlot() {
  const [top, half] = [26, 148].map((y) => text(LEFT - 5, y, "end"));
  const last = text(WIDE - 8, LOW + 18, "end");
  const lines = paths("other", "rest", "loss", "mark");
  const [other, rest, curve, mark] = lines;
  const dot = svg("circle", { class: "lr-now", r: 5.5 });
  const node = plot(
    WIDE,
    HIGH,
    "The loss at every step",
    "",
    `M${LEFT},12V${LOW}H${WIDE - 6}`,
    text(72, 16, "start", "loss L"),
    text(200, 288, "middle", "step"),
    text(LEFT, 288, "middle", "0"),
    text(LEFT - 5, LOW + 4, "end", "0"),
    top,
    half,
    last,
    ...lines,
    dot,
  );

  function draw({ rows, others, k, reveal, steps }) {
    const highest = roundAbove(
      Math.max(...[...rows.slice(0, reveal + 1), ...others].map((row) => row.loss), 0.01),
    );
    const place = ({ loss }, step) => [LEFT + (step / steps) * 262, LOW - (loss / highest) * 248];
    const points = rows.map(place);
    const [x, y] = points[k];
    set(other, { d: join(others.map(place)) });
    set(rest, { d: join(points.slice(k, reveal + 1)) });
    set(curve, { d: join(points.slice(0, k + 1)) });
    set(mark, { d: `M${x.toFixed(1)},${LOW}V22` });
    set(dot, { cx: x, cy: y });
    write(top, short(highest));
    write(half, short(highest / 2));
    write(last, String(steps));
  }
  return { node, draw };
}

function gap() {
  const [arrow] = paths("gap");
  const dot = svg("circle", { class: "lr-now", r: 5.5, cy: 26 });
  const [a, y] = [text(0, 14, "middle"), text(0, 46, "middle")];
  const node = plot(
    WIDE,
    52,
    "From the prediction a to the label y",
    "",
    "M20,26H320M20,20v12M320,20v12",
    arrow,
    dot,
    a,
    y,
  );
  function draw(value, label, words) {
    const [from, to] = [value, label].map((share) => 20 + share * 300);
    const head = clamp(to - from, -7, 7);
    set(arrow, { d: `M${from},26H${to}m${-head},-4l${head},4l${-head},4` });
    set(dot, { cx: from });
    set(a, { x: clamp(from, 60, 285) });
    set(y, { x: clamp(to, 60, 285) });
    write(a, `a ${equals(open(value))}`);
    write(y, words);
  }
  return { node, draw };
}
