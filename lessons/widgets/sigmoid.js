// Lesson 01: drag z; a, the slope of σ there, and the loss for either label move together.

const [LEFT, RIGHT, TOP, BOTTOM] = [34, 326, 22, 218];
const xOf = { z: (z) => 180 + 18.25 * z, a: (a) => LEFT + 292 * a };
const yOf = { a: (a) => BOTTOM - 196 * a, loss: (loss) => BOTTOM - 24.5 * loss };
const EVERY_Z = Array.from({ length: 161 }, (_, i) => -8 + i / 10);

export function mount({ model, el }) {
  const { state, move, settle, tell, stop } = connect(model, draw);
  const z = slider("z, the score", { min: -8, max: 8, step: 0.1 });
  const tangent = svg("path", { class: "lr-tangent" });
  const [point, ifOne, ifZero] = ["", "", " lr-open"].map((kind) =>
    svg("circle", { class: `lr-dot${kind}`, r: 6 }),
  );
  const words = live();
  const { rising, crossing } = model.get("data");

  const lossIf = (y) => EVERY_Z.map((z) => [xOf.a(sigmoid(z)), yOf.loss(lossFromZ(z, y))]);
  const squeeze = axes(
    "z",
    [-8, -4, 0, 4, 8],
    "a",
    [0, 0.5, 1],
    "The curve a = σ(z)",
    rising,
    curve(EVERY_Z.map((z) => [xOf.z(z), yOf.a(sigmoid(z))])),
    tangent,
    point,
  );
  const cost = axes(
    "a",
    [0, 0.5, 1],
    "loss",
    [0, 2, 4, 6, 8],
    "The loss of a",
    crossing,
    curve(lossIf(1)),
    curve(lossIf(0), "lr-dashed"),
    text(49, 105, "start", "y = 1"),
    text(311, 105, "end", "y = 0"),
    ifOne,
    ifZero,
  );
  el.append(
    html(
      "div",
      { class: "lr" },
      z.row,
      html("div", { class: "lr-columns" }, squeeze, cost),
      button("fresh start", () => tell(model.get("fresh"))),
      words,
    ),
  );
  follow(z.input, () => move({ z: z.value() }), settle);

  function draw() {
    const now = state().z;
    const [a, slope, loss1, loss0] = [
      sigmoid(now),
      daDz(now),
      lossFromZ(now, 1),
      lossFromZ(now, 0),
    ];
    z.show(now);
    // The tangent stays within the axes.
    const reach = [-Math.min(1.6, a / slope, now + 8), Math.min(1.6, (1 - a) / slope, 8 - now)];
    set(tangent, { d: join(reach.map((step) => [xOf.z(now + step), yOf.a(a + step * slope)])) });
    set(point, { cx: xOf.z(now), cy: yOf.a(a) });
    set(ifOne, { cx: xOf.a(a), cy: yOf.loss(loss1) });
    set(ifZero, { cx: xOf.a(a), cy: yOf.loss(loss0) });
    write(
      words,
      `z ${equals(now)}: the prediction is a ${equals(a)}, the slope a·(1 − a) ${equals(slope)}. ` +
        `The loss is ${short(loss1)} if y = 1, and ${short(loss0)} if y = 0.`,
    );
  }
  draw();
  return stop;
}

const curve = (points, dashes = "") =>
  svg("path", { class: `lr-curve ${dashes}`, d: join(points) });

function axes(across, ticksAcross, up, ticksUp, title, desc, ...curves) {
  return plot(
    340,
    250,
    title,
    desc,
    `M${LEFT},${TOP}V${BOTTOM}H${RIGHT}`,
    ...ticksAcross.map((tick) => text(xOf[across](tick), BOTTOM + 17, "middle", short(tick))),
    ...ticksUp.map((tick) => text(LEFT - 7, yOf[up](tick) + 4, "end", short(tick))),
    text(RIGHT, BOTTOM - 7, "end", across),
    text(LEFT + 7, TOP + 2, "start", up),
    ...curves,
  );
}
