// Lesson 02: the computation graph alive. Step forward, step back, or guess before you look.

const GIVEN = ["x1", "w1", "x2", "w2", "b"];
const STOPS = [1, 2, 3, 4, 6, 9]; // how many stages stand there after each step
const ALL = STAGES.length;

export function mount({ model, el }) {
  const data = model.get("data");
  const { nodes, edges, dividesBy0 } = data;
  let [chosen, told] = ["", false];
  const { state, move, settle, stop, request } = connect(model, draw);
  const change = (values) => (write(judged, ""), move(values));
  const tell = (values) => (change(values), settle());
  const view = graphView(
    nodes,
    edges,
    (source) => ((chosen = chosen === source ? "" : source), request()),
  );
  const sliders = GIVEN.map((name) => {
    const one = slider(name, { min: -5, max: 5, step: 0.1 });
    follow(one.input, () => change({ [name]: one.value() }), settle);
    return one;
  });
  const labels = [0, 1].map((y) => button(`y = ${y}`, () => tell({ y })));
  const asks = ({ shown }) => shown >= 3 && shown < ALL;
  const next = ({ shown, guessing }) =>
    tell({ shown: guessing ? shown + 1 : STOPS.find((stop) => stop > shown) });
  const onward = button("forward ▸", () => state().shown < 3 && next(state()));
  const backward = button("backward ◂", () => asks(state()) && ((told = true), next(state())));
  const all = button("show all", () => ((told ||= state().shown < ALL), tell({ shown: ALL })));
  const clear = button("clear", () => tell({ shown: state().guessing ? 3 : 0 }));
  const hide = button("hide and guess", () =>
    tell(state().guessing ? { guessing: false } : { guessing: true, shown: 3 }),
  );
  const fresh = button("fresh start", () => ((chosen = ""), tell(model.get("fresh"))));
  const guess = field("");
  const check = button("check", judge);
  const judged = live();
  const ask = html("div", { class: "lr-ask" }, guess.row, check, judged);
  follow(guess.input, () => move({ guess: guess.input.value }), settle);
  onEnter(guess.input, judge);
  const [words, why] = [live(), live("lr-words lr-why")];
  const root = html(
    "div",
    { class: "lr lr-graph" },
    html("div", {}, onward, backward, all, clear, hide),
    view.root,
    ask,
    words,
    why,
    html(
      "div",
      { class: "lr-columns" },
      ...sliders.map(({ row }) => row),
      html("div", { role: "group", "aria-label": "the label y" }, ...labels, fresh),
    ),
  );
  el.append(root);
  const watch = new ResizeObserver(request);
  watch.observe(root);

  function judge() {
    const now = state();
    if (!asks(now)) return;
    const quantity = STAGES[now.shown];
    const { right, title, happened, tryThis } = nameGuess(quantity, now, guess.value(), data);
    if (right) tell({ shown: now.shown + 1, guess: "" });
    if (right && now.shown === ALL - 1) clear.focus();
    else guess.input.select();
    set(judged, { "data-kind": right && "right" });
    write(
      judged,
      right
        ? `Right: ${equation(spell(quantity), table(now)[quantity])}.`
        : `${title.replace(/^(?!Not yet)/, "Not yet: ")}. ${happened} ${tryThis}`,
    );
  }

  function draw() {
    const now = state();
    const { shown, guessing } = now;
    const q = table(now);
    const lines = STAGES.slice(0, shown).map((stage) => explained(stage, q));
    GIVEN.forEach((name, i) => sliders[i].show(now[name]));
    labels.forEach((one, y) => press(one, now.y === y));
    const [asking, done] = [asks(now), shown >= ALL];
    set(check, { hidden: done });
    told &&= shown > 3;
    // A button that is really disabled would lose the focus, and the keyboard its place.
    const idle = [
      [onward, shown > 2],
      [backward, !asking],
      [all, done],
      [check, !asking],
    ];
    for (const [node, yes] of idle) set(node, { "aria-disabled": yes });
    if (guess.input.value !== now.guess) guess.input.value = now.guess;
    set(guess.input, { readonly: !asking, hidden: done });
    press(hide, guessing);
    set(ask, { hidden: !guessing });
    write(
      guess.row.firstChild,
      asking
        ? `Your guess for ${spellOut(STAGES[shown])}:`
        : data[!done ? "first" : told ? "told" : "found"],
    );
    const last = lines.slice(guessing || shown < 7 ? -1 : 6);
    if (shown > 3 && !isFinite(q.da)) last.push(`Here ${dividesBy0}.`);
    write(words, last.join(" ") || data.given);
    write(why, chosen ? reason(edges, chosen, q, shown) : data.choose);
    const upright = root.clientWidth > 0 && root.clientWidth < 620;
    view.draw({ q, shown, chosen, upright, text: lines.join(" ") });
  }
  draw();
  return () => (watch.disconnect(), stop());
}

function table({ x1, x2, y, w1, w2, b }) {
  const q = worked({ x1, x2, y, w1, w2, b });
  q.z = Number(q.z.toFixed(12)); // a sum of round numbers is round, whatever the last digits say
  q.L = q.loss;
  const dust = q.z && 1e-11; // and only z = 0 leads to another round number
  for (const name of ["a", "L", "da", "dz", "db"]) q[name] += dust;
  return {
    ...q,
    dw1: q.dw1 + x1 * dust,
    dw2: q.dw2 + x2 * dust,
    slopes: { x1: w1, w1: x1, x2: w2, w2: x2, b: 1, z: q.da_dz, a: q.da },
  };
}

const spell = (stage) => stage.replace("_", "/");
const spellOut = (stage) => spell(stage).replace(/^\w+$/, "$& (dL/$&)");

function explained(stage, q) {
  const { x1, x2, w1, w2, b, z, a, y, dz } = q;
  const times = (...factors) => factors.map(bracket).join(" · ");
  const roads = {
    z: `z = w1·x1 + w2·x2 + b = ${times(w1, x1)} + ${times(w2, x2)} + ${bracket(b)}`,
    a: `a = σ(z) = σ(${short(z)})`,
    L: y ? "y = 1, so L = −log a" : "y = 0, so L = −log(1 − a)",
    da: "da = −y/a + (1 − y)/(1 − a)",
    da_dz: "da/dz = a·(1 − a)",
    dz: `dz = da · da/dz = a − y = ${short(a)} − ${y}`,
    dw1: `dw1 = x1·dz = ${times(x1, dz)}`,
    dw2: `dw2 = x2·dz = ${times(x2, dz)}`,
    db: "db = dz",
  };
  return `${equation(roads[stage], q[stage])}.`;
}

// Why the slope on an edge is what it is. A number that is still to be found is not given away.
function reason(edges, source, q, shown) {
  const [, target, formula] = edges.find(([from]) => from === source);
  const origin =
    { z: "a = σ(z)", a: "L = −( y·log a + (1 − y)·log(1 − a) )", b: "z = … + b" }[source] ??
    (source.endsWith("1") ? "z = w1·x1 + …" : "z = … + w2·x2 + …");
  const found = shown >= ({ a: 4, z: 5 }[source] ?? 0);
  const factor =
    source === "b"
      ? "just as much"
      : `${found ? equation(formula, q.slopes[source]) : formula} times as much`;
  const given = source[0] === "x" ? ` ${source} is given, so nobody walks back to it.` : "";
  return `${origin}: if ${source} moves by a little, ${target} moves ${factor}.${given}`;
}
