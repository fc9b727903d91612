// What the lesson's widget says: the numbers of a step, and in words what happens.

const isTwo = (s) => s.examples === "two";
const lossName = (s) => (isTwo(s) ? "mean loss" : "loss");

// The way to dz with its numbers.
function forwardSums({ w1, w2, b, z, a, loss, dz }, s) {
  const flipped = s.mistake === "dz-sign";
  const minus = (y) => (flipped ? `${y} − ${short(a)}` : `${short(a)} − ${y}`);
  const slope = isTwo(s) ? `the mean of ${minus(1)} and ${minus(0)}` : `${flipped ? "y − a" : "a − y"} = ${minus(s.y)}`;
  return [
    `z = w1·x1 + w2·x2 + b = ${short(w1)}·${bracket(s.x1)} + ${bracket(w2)}·${bracket(s.x2)} + ${bracket(b)} = ${short(z)}`,
    `a = σ(z) = ${short(a)}`,
    `${lossName(s)} = ${short(loss)}`,
    `dz = ${slope} = ${short(dz)}`,
  ];
}

// The update of one parameter with its numbers, as the lecture writes it: w1 := 0.5 − 0.2·(−0.285).
function sums(row, s) {
  const inputs = inputsOf(row, s);
  return nextFrom(row, s).map((value, i) => {
    const name = ["w1", "w2", "b"][i];
    const way = rules(s).sum(row[name], inputs[`d${name}`], s.alpha, name);
    return `${name} := ${way}${way === short(value) ? "" : ` = ${short(value)}`}`;
  });
}

// What the chosen numbers can't show: here a wrong line gives the same result as the right one.
function hidden({ x1, x2, w1, w2, alpha }, { dz }) {
  const found = [
    [x1 === x2, "x1 = x2, so dw1 and dw2 are the same, even when they are swapped"],
    ...[[1, x1], [2, x2]].flatMap(([n, x]) => [
      [x === 0, `x${n} = 0, so w${n} never moves, right or wrong`],
      [x === 1, `x${n} = 1, so dw${n} and db are the same, even when x${n} is forgotten`],
    ]),
    [w1 === 0 && w2 === 0, "w1 = w2 = 0, so the first step can't show swapped inputs or a lost old weight"],
    [Math.abs(dz) < 1e-4, "dz is almost 0 at the start, so hardly anything moves"],
    [alpha === 1, "α = 1, so forgetting α changes nothing"],
  ].filter(([hides]) => hides).map(([, words]) => words);
  return found.length ? `These inputs hide some mistakes: ${found.join("; ")}.` : "";
}

function captionOf({ low, high, half }, b, k) {
  const zoom = half > FRAME ? " The path leaves the first frame, so you see a larger part of the plane." : "";
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
