// What the lesson's widget says: the numbers of a step, and in words what happens.

const isTwo = (s) => s.examples === "two";
const lossName = (s) => (isTwo(s) ? "mean loss" : "loss");

function forwardSums({ w1, w2, b, z, a, loss, dz }, s) {
  const rule = rulesOf(s).dz;
  const minus = (y) => filled(rule, { a, y });
  const slope = isTwo(s) ? `the mean of ${minus(1)} and ${minus(0)}` : `${rule.text} = ${minus(s.y)}`;
  return [
    `z = w1·x1 + w2·x2 + b = ${short(w1)}·${bracket(s.x1)} + ${bracket(w2)}·${bracket(s.x2)} + ${bracket(b)} = ${short(z)}`,
    `a = σ(z) = ${short(a)}`,
    `${lossName(s)} = ${short(loss)}`,
    `dz = ${slope} = ${short(dz)}`,
  ];
}

function sums(row, s) {
  const inputs = inputsOf(row, s);
  return nextFrom(row, s).map((value, i) => {
    const name = PARAMETERS[i];
    const way = filled(rulesOf(s)[`new_${name}`], inputs);
    return `${name} := ${way}${way === short(value) ? "" : ` = ${short(value)}`}`;
  });
}

// What the chosen numbers can't show; HIDING comes from descent.py.
function hidden(s, { dz }) {
  const found = HIDING.filter(([hides]) => hides({ ...s, dz })).map(([, words]) => words);
  return found.length ? `These inputs hide some mistakes: ${found.join("; ")}.` : "";
}

function captionOf({ low, high, half }, b, k) {
  const zoom = (half > FRAME ? " The path leaves the first frame, so you see a larger part of the plane." : "")
    + " Drag the start, or move it with its sliders.";
  if (low === high) return `Wherever you stand in this plane, the loss is the same: ${short(low)}.${zoom}`;
  return `Lines of equal loss, drawn for b = ${short(b)}, the b of step ${k}. `
    + `Their colour is stronger where the loss is larger: from ${short(low)} to ${short(high)}.${zoom}`;
}

// Where a step can still be predicted, whether the loss rises is not told.
function stateInWords(s, k, rows) {
  const { w1, w2, b, a, loss } = rows[k];
  const now = `Step ${k} of ${s.steps}: w1 = ${short(w1)}, w2 = ${short(w2)}, b = ${short(b)}; `
    + `a = ${short(a)}, ${lossName(s)} = ${short(loss)}.`;
  return s.mistake && k < s.steps ? now : `${now} ${rising(s, rows)}`;
}

function rising(s, rows) {
  const { rises } = trend(rows);
  if (rises.length) return `The loss rises at ${rises.length} of the ${s.steps} steps, first at step ${rises[0]}.`;
  const never = `The loss never rises in these ${s.steps} steps.`;
  return s.mistake || isTwo(s) ? never : `${never} With one example it can't: every step moves z towards the label.`;
}

function verdictOn(s, k, rows, others, guess) {
  if (!s.mistake) return "Choose a mistake, predict what it does to the loss, then watch it.";
  if (!guess) return "First predict: what will the loss do? The dashed line is the run without the mistake.";
  if (k < s.steps) return `You say: the loss ${guess}. Go on to the last step.`;
  const { kind } = trend(rows);
  const { title, happened } = s.mistakes.find(({ name }) => name === s.mistake);
  return `${guess === kind ? "As you said," : `You said it ${guess}, but here`} the loss ${kind}. `
    + `The mistake: ${title}. ${happened} At the end the loss is ${short(rows[k].loss)}; `
    + `without the mistake it is ${short(others[k].loss)}.`;
}
