// Lesson 03: choose a start and a learning rate, then follow gradient descent step by step.

const TRAITS = "alpha w1 w2 b x1 x2 y examples steps step mistake mistakes".split(" ");

export function mount({ model, el }) {
  const { state, move, settle, stop, request } = connect(model, TRAITS, draw);
  const tell = (values) => (move(values), settle());
  let [timer, guess, broken] = [0, null, ""];

  const choices = [];
  const choose = (words, values) => {
    const node = button(words, () => tell(values));
    choices.push([node, values]);
    return node;
  };
  const group = (name, ...nodes) =>
    html("span", { class: "lr-group", role: "group", "aria-label": name }, `${name} `, ...nodes);
  const place = { min: -3, max: 3, step: 0.05 };
  const rates = { min: -3, max: 2, step: 0.05, toPlace: Math.log10, toValue: (at) => Number((10 ** at).toPrecision(2)) };
  const sliders = {
    alpha: slider("α", rates), w1: slider("start w1", place), w2: slider("start w2", place), b: slider("start b", place),
    step: slider("step", { min: 0, max: 1, step: 1 }),
  };
  const rows = Object.values(sliders).map(({ row }) => row);
  const fields = { x1: field("x1"), x2: field("x2") };
  const playing = button("run", () => (timer ? pause() : play()));
  const walk = (words, to) => button(words, () => (pause(), go(to(state().step)), settle()));
  const onward = (words, by) => walk(words, (k) => k + by);
  const walks = [onward("step", 1), playing, onward("5 steps", 5), onward("25 steps", 25), walk("reset", () => 0)];
  const [losses, contour, distance] = [lossPlot(), contourPlot({ onMove: move, onSettle: settle }), gap()];
  const numbers = Array.from({ length: 7 }, (_, i) => html("div", { class: i < 3 ? "lr-forward" : "lr-backward" }));
  const [caption, hint] = [html("figcaption"), html("p", { class: "lr-hint" })];
  const words = html("p", { class: "lr-words", "aria-live": "polite" });
  const verdict = html("p", { "aria-live": "polite" });
  const choice = html("select", { "aria-label": "Break it: choose a mistake", ...OWN_KEYS },
    html("option", { value: "" }, "no mistake"),
    ...state().mistakes.map(({ name, title }) => html("option", { value: name }, title)));
  const guesses = ["never rises", "never falls", "rises and falls"].map((kind) => button(kind, () => predict(kind)));
  const question = group("The loss", ...guesses);
  const labels = group("y", choose("0", { y: 0 }), choose("1", { y: 1 }));

  el.append(html("div", { class: "lr lr-descent" },
    html("div", {},
      group("α:", choose("too small", { alpha: 0.01 }), choose("good", { alpha: 0.5 }), choose("huge", { alpha: 100 })),
      group("with", choose("one example", { examples: "one" }), choose("two that disagree", { examples: "two" }))),
    html("div", { class: "lr-columns" }, ...rows.slice(0, 4)),
    html("div", {}, fields.x1.row, fields.x2.row, labels), hint,
    html("div", {}, ...walks), rows[4],
    html("div", { class: "lr-columns" },
      html("div", {}, losses.node, distance.node), html("figure", {}, contour.node, caption)),
    html("div", { class: "lr-columns lr-sums" },
      html("div", {}, ...numbers.slice(0, 4)), html("div", {}, ...numbers.slice(4))),
    words, html("fieldset", {}, html("legend", {}, "Break it"), choice, question, verdict)));

  const fits = (name) => Math.abs(fields[name].value()) <= 10;
  const isWrong = (name) => fields[name].input.matches(":focus") && !fits(name);
  for (const [name, { input, value }] of Object.entries({ ...sliders, ...fields })) {
    input.addEventListener("input", () => {
      if (name === "step") pause();
      move(name in fields && !fits(name) ? {} : { [name]: value() });
    });
    input.addEventListener("change", settle);
    input.addEventListener("blur", request);
  }
  choice.addEventListener("change", () => (pause(), tell({ mistake: choice.value, step: 0 })));

  function go(to) {
    move({ step: clamp(to, 0, state().steps) });
  }
  function play() {
    const { step, steps } = state();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return go(steps), settle();
    if (step >= steps) go(0);
    const tick = () => (go(state().step + 1), state().step >= state().steps && pause());
    timer = setInterval(tick, Math.max(40, 4000 / steps));
    request();
  }
  function pause() {
    if (!timer) return;
    clearInterval(timer);
    timer = 0;
    tell({});
  }
  function predict(kind) {
    pause();
    guess = kind;
    go(0);
    play();
  }

  function draw() {
    const s = state();
    if (s.mistake !== broken) [broken, guess] = [s.mistake, null];
    const waits = s.mistake !== "" && !guess;
    const k = waits ? 0 : Math.min(s.step, s.steps);
    const [rows, others] = [run(s), s.mistake ? run({ ...s, mistake: "" }) : []];
    const row = rows[k];
    const reveal = s.mistake ? k : s.steps; // what is still to be predicted stays out of sight
    const seen = { rows, others, k, reveal, steps: s.steps, inputs: s, lossAt: (z) => lossFromZ(z, label(s)) };
    losses.draw(seen);
    write(caption, captionOf(contour.draw(seen), row.b, k));
    distance.draw(row.a, label(s), isTwo(s) ? "y is 1 and 0: the middle is 0.5" : `y = ${s.y}`);
    drawControls(s, k, waits);
    [...forwardSums(row, s), ...sums(row, s)].forEach((sum, i) => write(numbers[i], sum));
    write(hint, hidden(s, rows[0]));
    const wrong = Object.keys(fields).find(isWrong);
    set(words, { "aria-live": timer ? "off" : "polite" }); // while it runs, a voice would only stumble behind
    write(words, wrong ? `${wrong} must be a number from −10 to 10.` : stateInWords(s, k, rows));
    write(verdict, verdictOn(s, k, rows, others, guess));
  }

  function drawControls(s, k, waits) {
    set(sliders.step.input, { max: s.steps, disabled: waits });
    for (const [name, { show }] of Object.entries(sliders)) show(name === "step" ? k : s[name]);
    for (const node of walks) set(node, { disabled: waits });
    write(playing, timer ? "pause" : "run");
    for (const [node, values] of choices) {
      set(node, { "aria-pressed": String(Object.keys(values).every((name) => s[name] === values[name])) });
    }
    for (const node of guesses) set(node, { "aria-pressed": String(node.textContent === guess) });
    for (const [name, { input }] of Object.entries(fields)) {
      if (!input.matches(":focus")) input.value = short(s[name]);
      set(input, { "aria-invalid": isWrong(name) });
    }
    choice.value = s.mistake;
    set(labels, { hidden: isTwo(s) });
    set(question, { hidden: !s.mistake });
  }

  draw();
  return () => (clearInterval(timer), stop());
}
