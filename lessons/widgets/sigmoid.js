// Lesson 01: drag z; a, the slope of σ there, and the loss for either label move together.

const [LEFT, RIGHT, WIDE, HIGH] = [-8, 8, 340, 250];
const x = (z) => 34 + ((z - LEFT) / (RIGHT - LEFT)) * (WIDE - 44);
const y = (a) => HIGH - 30 - a * (HIGH - 50);
const xLoss = (a) => 34 + a * (WIDE - 44);
const yLoss = (loss) => HIGH - 30 - (Math.min(loss, 5) / 5) * (HIGH - 50);
const line = (points) => "M" + points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join("L");
const range = (n) => Array.from({ length: n + 1 }, (_, i) => i / n);

export function mount({ model, el }) {
  const z = slider("z, the score", { min: LEFT, max: RIGHT, step: 0.1 });
  const curve = plot("σ squeezes the score", "z", "a", [[-8, "−8"], [-4, "−4"], [0, "0"], [4, "4"], [8, "8"]].map(([v, t]) => [x(v), t]), [0, 0.5, 1].map((v) => [y(v), String(v)]));
  const sigma = svg("path", { class: "lr-curve", d: line(range(160).map((t) => LEFT + t * (RIGHT - LEFT)).map((v) => [x(v), y(sigmoid(v))])) });
  const tangent = svg("path", { class: "lr-tangent" });
  const point = svg("circle", { class: "lr-dot", r: 5 });
  curve.append(sigma, tangent, point);
  const losses = plot("and the loss looks at a", "a", "L", [0, 0.5, 1].map((v) => [xLoss(v), String(v)]), [0, 1, 2, 3, 4, 5].map((v) => [yLoss(v), String(v)]));
  const shares = range(200).map((t) => 0.005 + 0.99 * t);
  const one = svg("circle", { class: "lr-dot", r: 5 });
  const zero = svg("circle", { class: "lr-dot lr-open", r: 5 });
  losses.append(
    svg("path", { class: "lr-curve", d: line(shares.map((a) => [xLoss(a), yLoss(loss(a, 1))])) }),
    svg("path", { class: "lr-curve lr-dashed", d: line(shares.map((a) => [xLoss(a), yLoss(loss(a, 0))])) }),
    svg("text", { x: xLoss(0.09), y: yLoss(3.6) }, "y = 1"),
    svg("text", { x: xLoss(0.76), y: yLoss(3.6) }, "y = 0"),
    one, zero,
  );
  const words = html("p", { class: "lr-words", "aria-live": "polite" });
  const root = html("div", { class: "lr lr-sigmoid" }, z.row, html("div", { class: "lr-pair" }, curve, losses), words);
  el.append(root);

  const { state, move, settle, stop } = connect(model, ["z"], draw);
  z.input.addEventListener("input", () => move({ z: z.value() }));
  z.input.addEventListener("change", settle);

  function draw() {
    const now = state().z;
    const a = sigmoid(now);
    const steep = daDz(now);
    z.show(now);
    const reach = 1.6;
    set(tangent, { d: line([[x(now - reach), y(a - reach * steep)], [x(now + reach), y(a + reach * steep)]]) });
    set(point, { cx: x(now), cy: y(a) });
    set(one, { cx: xLoss(a), cy: yLoss(lossFromZ(now, 1)) });
    set(zero, { cx: xLoss(a), cy: yLoss(lossFromZ(now, 0)) });
    write(words, `z = ${short(now)}: the prediction is a = ${short(a)}, the slope a·(1 − a) = ${short(steep)}. `
      + `The loss is ${short(lossFromZ(now, 1))} if y = 1, and ${short(lossFromZ(now, 0))} if y = 0.`);
  }
  draw();
  return stop;
}

function plot(title, across, up, ticksAcross, ticksUp) {
  const picture = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img" }, svg("title", {}, title));
  picture.append(svg("path", { class: "lr-axis", d: `M34,12V${HIGH - 30}H${WIDE - 4}` }));
  for (const [at, text] of ticksAcross) picture.append(svg("text", { x: at, y: HIGH - 13, "text-anchor": "middle" }, text));
  for (const [at, text] of ticksUp) picture.append(svg("text", { x: 28, y: at + 4, "text-anchor": "end" }, text));
  picture.append(svg("text", { x: WIDE - 6, y: HIGH - 36, "text-anchor": "end" }, across), svg("text", { x: 40, y: 20 }, up));
  return picture;
}
