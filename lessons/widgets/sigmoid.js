// Lesson 01: drag z; a, the slope of σ there, and the loss for either label move together.

const [WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM] = [340, 250, 34, 326, 22, 218];
const scale = (low, high, from, to) => (value) => from + ((value - low) / (high - low)) * (to - from);
const xOf = { z: scale(-8, 8, LEFT, RIGHT), a: scale(0, 1, LEFT, RIGHT) };
const yOf = { a: scale(0, 1, BOTTOM, TOP), loss: scale(0, 8, BOTTOM, TOP) };
const EVERY_Z = Array.from({ length: 161 }, (_, i) => -8 + i / 10);

export function mount({ model, el }) {
  const z = slider("z, the score", { min: -8, max: 8, step: 0.1 });
  const tangent = svg("path", { class: "lr-tangent" });
  const point = svg("circle", { class: "lr-dot", r: 6 });
  const ifOne = svg("circle", { class: "lr-dot", r: 6 });
  const ifZero = svg("circle", { class: "lr-dot lr-open", r: 6 });
  const words = html("p", { class: "lr-words", "aria-live": "polite" });

  const squeeze = plot("z", [-8, -4, 0, 4, 8], "a", [0, 0.5, 1], {
    title: "The curve a = σ(z)",
    desc: "It rises from 0 on the left to 1 on the right. A dot marks z, and a line its slope.",
  });
  squeeze.append(curve(EVERY_Z.map((z) => [xOf.z(z), yOf.a(sigmoid(z))])), tangent, point);

  const cost = plot("a", [0, 0.5, 1], "loss", [0, 2, 4, 6, 8], {
    title: "The loss of a",
    desc: "If y = 1 it falls from left to right, if y = 0 it rises. A dot on each marks a.",
  });
  const lossIf = (y) => EVERY_Z.map((z) => [xOf.a(sigmoid(z)), yOf.loss(lossFromZ(z, y))]);
  cost.append(
    curve(lossIf(1)), curve(lossIf(0), "lr-dashed"),
    svg("text", { x: xOf.a(0.05), y: yOf.loss(4.6) }, "y = 1"),
    svg("text", { x: xOf.a(0.95), y: yOf.loss(4.6), "text-anchor": "end" }, "y = 0"),
    ifOne, ifZero,
  );
  el.append(html("div", { class: "lr" }, z.row, html("div", { class: "lr-pair" }, squeeze, cost), words));

  const { state, move, settle, stop } = connect(model, ["z"], draw);
  z.input.addEventListener("input", () => move({ z: z.value() }));
  z.input.addEventListener("change", settle);

  function draw() {
    const now = state().z;
    const [a, slope, loss1, loss0] = [sigmoid(now), daDz(now), lossFromZ(now, 1), lossFromZ(now, 0)];
    z.show(now);
    const reach = [-Math.min(1.6, a / slope), Math.min(1.6, (1 - a) / slope)]; // within 0 to 1
    set(tangent, { d: path(reach.map((step) => [xOf.z(now + step), yOf.a(a + step * slope)])) });
    set(point, { cx: xOf.z(now), cy: yOf.a(a) });
    set(ifOne, { cx: xOf.a(a), cy: yOf.loss(loss1) });
    set(ifZero, { cx: xOf.a(a), cy: yOf.loss(loss0) });
    write(words, `z = ${short(now)}: the prediction is a = ${short(a)}, `
      + `the slope a·(1 − a) = ${short(slope)}. `
      + `The loss is ${short(loss1)} if y = 1, and ${short(loss0)} if y = 0.`);
  }
  draw();
  return stop;
}

function path(points) {
  return "M" + points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L");
}

function curve(points, dashes = "") {
  return svg("path", { class: `lr-curve ${dashes}`, d: path(points) });
}

function plot(across, ticksAcross, up, ticksUp, { title, desc }) {
  const text = (x, y, anchor, words) => svg("text", { x, y, "text-anchor": anchor }, words);
  return svg(
    "svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img" },
    svg("title", {}, title), svg("desc", {}, desc),
    svg("path", { class: "lr-axis", d: `M${LEFT},${TOP}V${BOTTOM}H${RIGHT}` }),
    ...ticksAcross.map((tick) => text(xOf[across](tick), BOTTOM + 17, "middle", short(tick))),
    ...ticksUp.map((tick) => text(LEFT - 7, yOf[up](tick) + 4, "end", short(tick))),
    svg("text", { x: RIGHT, y: BOTTOM - 7, "text-anchor": "end" }, across),
    svg("text", { x: LEFT + 7, y: TOP + 2 }, up),
  );
}
