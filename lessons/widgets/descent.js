// Lesson 03: choose a start and a learning rate, then follow gradient descent step by step.

const PLACE = { min: -3, max: 3, step: 0.05 };
const RATE = {
  min: -3,
  max: 2,
  step: 0.05,
  toPlace: log10,
  toValue: (at) => Number((10 ** at).toPrecision(2)),
};

export function mount({ model, el }) {
  const { state, move, settle, tell, stop, request } = connect(model, draw);
  const data = model.get("data");
  let timer = 0;

  const choices = [];
  const choose = (words, values, then) => {
    const node = button(words, () => (tell(values), then?.()));
    choices.push([node, values]);
    return node;
  };
  const group = (name, ...nodes) =>
    html("span", { class: "lr-group", role: "group", "aria-label": name }, `${name} `, ...nodes);
  const walk = (words, by) => button(words, () => (pause(), go(state().step + by), settle()));
  const sliders = {
    alpha: slider("α", RATE),
    w1: slider("start w1", PLACE),
    w2: slider("start w2", PLACE),
    b: slider("start b", PLACE),
    step: slider("step", { min: 0, max: 1, step: 1 }),
  };
  const rows = Object.values(sliders).map(({ row }) => row);
  const fields = { x1: field("x1"), x2: field("x2") };
  const playing = button("run", () => (timer ? pause() : play()));
  const walks = [
    walk("step", 1),
    playing,
    walk("5 steps", 5),
    walk("25 steps", 25),
    walk("reset", -Infinity),
  ];
  const [losses, contour, distance] = [lossPlot(), contourPlot(move, settle), gap()];
  const sums = ["lr-forward", "lr-backward"].map((name) =>
    Array.from({ length: 4 }, () => html("div", { class: name })),
  );
  const [caption, hint, verdict] = [
    html("figcaption", { class: "lr-quiet" }),
    html("p", { class: "lr-quiet" }, ""),
    live(""),
  ];
  const words = live();
  const choice = html(
    "select",
    { "aria-label": "Break it: choose a mistake", ...OWN_KEYS },
    html("option", { value: "" }, "no mistake"),
    ...Object.entries(data.mistakes).map(([value, [title]]) => html("option", { value }, title)),
  );
  const again = () => (pause(), go(0), play());
  const question = group(
    "The loss",
    ...["never rises", "never falls", "rises and falls"].map((prediction) =>
      choose(prediction, { prediction }, again),
    ),
  );
  const labels = group("y", choose("0", { y: 0 }), choose("1", { y: 1 }));

  const columns = (...nodes) => html("div", { class: "lr-columns" }, ...nodes);
  el.append(
    html(
      "div",
      { class: "lr lr-descent" },
      group(
        "α:",
        choose("too small", { alpha: 0.01 }),
        choose("good", { alpha: 0.5 }),
        choose("huge", { alpha: 100 }),
      ),
      group(
        "with",
        choose("one example", { examples: "one" }),
        choose("two that disagree", { examples: "two" }),
      ),
      columns(...rows.slice(0, 4)),
      html(
        "div",
        {},
        fields.x1.row,
        fields.x2.row,
        labels,
        button("fresh start", () => (pause(), tell(model.get("fresh")))),
      ),
      hint,
      html("div", {}, ...walks),
      rows[4],
      columns(
        html("div", {}, losses.node, distance.node),
        html("figure", {}, contour.node, caption),
      ),
      columns(...sums.map((each) => html("div", {}, ...each))),
      words,
      html("fieldset", {}, html("legend", {}, "Break it"), choice, question, verdict),
    ),
  );

  const fits = (name) => abs(fields[name].value()) <= 10;
  const isWrong = (name) => fields[name].input.matches(":focus") && !fits(name);
  for (const [name, { input, value }] of Object.entries({ ...sliders, ...fields })) {
    const moved = () => (
      name === "step" && pause(),
      move(name in fields && !fits(name) ? {} : { [name]: value() })
    );
    follow(input, moved, settle);
    input.onblur = request;
  }
  choice.onchange = () => (pause(), tell({ mistake: choice.value, prediction: "", step: 0 }));

  function go(to) {
    move({ step: clamp(to, 0, state().steps) });
  }
  function play() {
    const { step, steps } = state();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return (go(steps), settle());
    if (step >= steps) go(0);
    const tick = () => (go(state().step + 1), state().step >= state().steps && pause());
    timer = setInterval(tick, Math.max(40, 4000 / steps));
    voice(playing, "off"); // while it runs, it would only stumble behind
    request();
  }
  function pause() {
    if (!timer) return;
    clearInterval(timer);
    timer = 0;
    voice(playing, "polite");
    request(); // not at once: what the user has just chosen is still to be read
    settle();
  }

  function draw() {
    const s = state();
    const waits = s.mistake !== "" && !s.prediction;
    const k = waits ? 0 : Math.min(s.step, s.steps);
    const [rows, others] = [run(s), s.mistake ? run({ ...s, mistake: "" }) : []];
    const row = rows[k];
    const reveal = s.mistake ? k : s.steps; // what is still to be predicted stays out of sight
    const seen = {
      rows,
      others,
      k,
      reveal,
      steps: s.steps,
      inputs: s,
      lossAt: (z) => lossFromZ(z, label(s)),
    };
    losses.draw(seen);
    write(caption, captionOf(contour.draw(seen), row.b, k) + data.drag);
    distance.draw(row.a, label(s), isTwo(s) ? "y is 1 and 0: the middle is 0.5" : `y = ${s.y}`);
    drawControls(s, k, waits);
    [forwardSums(row, s), backwardSums(row, s)].forEach((lines, i) =>
      lines.forEach((line, j) => write(sums[i][j], line)),
    );
    write(hint, hidden(s, rows[0], data.hiding));
    const wrong = Object.keys(fields).find(isWrong);
    write(
      words,
      wrong ? `${wrong} must be a number from −10 to 10.` : stateInWords(s, k, rows, data),
    );
    write(verdict, verdictOn(s, k, rows, others, data));
  }

  function drawControls(s, k, waits) {
    set(sliders.step.input, { max: s.steps, disabled: waits });
    for (const [name, { show }] of Object.entries(sliders)) show(name === "step" ? k : s[name]);
    for (const node of walks) set(node, { disabled: waits });
    write(playing, timer ? "pause" : "run");
    for (const [node, values] of choices)
      press(
        node,
        Object.entries(values).every(([name, value]) => s[name] === value),
      );
    for (const [name, { input }] of Object.entries(fields)) {
      if (!input.matches(":focus")) input.value = String(s[name]).replace("-", "−");
      set(input, { "aria-invalid": isWrong(name) });
    }
    choice.value = s.mistake;
    set(labels, { hidden: isTwo(s) });
    set(question, { hidden: !s.mistake });
  }

  draw();
  return () => (clearInterval(timer), stop());
}
