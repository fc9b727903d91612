// What the lesson's widget says: the numbers of a step, and in words what happens.

const lossName = (s) => (isTwo(s) ? "mean loss" : "loss");

function forwardSums({ w1, w2, b, z, a, loss, dz }, s) {
  const rule = lineOf("dz", s, {});
  const minus = (y) => filled(rule, { a, y });
  const slope = isTwo(s) ? `the mean of ${minus(1)} and ${minus(0)}` : `${rule[1]} = ${minus(s.y)}`;
  return [
    `z = w1·x1 + w2·x2 + b = ${short(w1)}·${bracket(s.x1)} + ${bracket(w2)}·${bracket(s.x2)} + ${bracket(b)} = ${short(z)}`,
    `a = σ(z) = ${short(a)}`,
    `${lossName(s)} = ${short(loss)}`,
    `dz = ${slope} = ${short(dz)}`,
  ];
}

function backwardSums(row, s) {
  const inputs = inputsOf(row, s);
  return nextFrom(row, s).map((value, i) => {
    const way = filled(lineOf(`new_${PARAMETERS[i]}`, s, inputs), inputs);
    return `${PARAMETERS[i]} := ${way}${way === short(value) ? "" : ` = ${short(value)}`}`;
  });
}

// What the chosen numbers can't show; HIDING comes from descent.py.
function hidden(s, { dz }, hiding) {
  const hides = HIDING({ ...s, dz });
  const found = hiding.filter((_, i) => hides[i]);
  return found.length ? `These inputs hide some mistakes: ${found.join("; ")}.` : "";
}

function captionOf({ low, high, half }, b, k) {
  const zoom = half > FRAME ? " The path leaves the first frame, so you see more of the plane." : "";
  const surface = low === high ? `In this plane the loss is ${short(low)} everywhere.`
    : `Lines of equal loss for b = ${short(b)}, the b of step ${k}: from ${short(low)} to ${short(high)}, stronger where it is larger.`;
  return `${surface}${zoom} Drag the start, or move it with its sliders.`;
}

// Where a step can still be predicted, whether the loss rises is not told.
function stateInWords(s, k, rows) {
  const { w1, w2, b, a, loss } = rows[k];
  const now = `Step ${k} of ${s.steps}: w1 = ${short(w1)}, w2 = ${short(w2)}, b = ${short(b)}; `
    + `a = ${short(a)}, ${lossName(s)} = ${short(loss)}.`;
  if (s.mistake && k < s.steps) return now;
  const { rises } = trend(rows);
  if (rises.length) return `${now} The loss rises at ${rises.length} of the ${s.steps} steps, first at step ${rises[0]}.`;
  const why = s.mistake || isTwo(s) ? "" : " With one example it can't: every step moves z towards the label.";
  return `${now} The loss never rises in these ${s.steps} steps.${why}`;
}

function verdictOn({ mistake, prediction, steps }, k, rows, others, mistakes) {
  if (!mistake) return "Choose a mistake, predict what it does to the loss, then watch it.";
  if (!prediction) return "First predict: what will the loss do? The dashed line is the run without the mistake.";
  if (k < steps) return `You say: the loss ${prediction}. Go on to the last step.`;
  const { kind } = trend(rows);
  const [title, happened] = mistakes[mistake];
  return `${prediction === kind ? "As you said," : `You said it ${prediction}, but here`} the loss ${kind}. `
    + `The mistake: ${title}. ${happened} At the end the loss is ${short(rows[k].loss)}; `
    + `without the mistake it is ${short(others[k].loss)}.`;
}
