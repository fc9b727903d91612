// What the lesson's widget says: the numbers of a step, and in words what happens.

// σ never reaches 0 or 1, though the computer's a does.
const open = (a) => clamp(a, 1e-9, 1 - 1e-9);
const lossName = (s) => (isTwo(s) ? "mean loss" : "loss");

function forwardSums(row, s) {
  const [a, sum] = [open(row.a), "w1·x1 + w2·x2 + b"];
  // A sum of round numbers is round, whatever the last digits say.
  const z = s.step ? row.z : Number(row.z.toFixed(12));
  const rule = lineOf("dz", s, { a, y: label(s) });
  const minus = (y) => filled(rule, { a, y });
  const slope = isTwo(s) ? `the mean of ${minus(1)} and ${minus(0)}` : `${rule[1]} = ${minus(s.y)}`;
  return [
    `z = ${sum} = ${filled([0, sum], { ...s, ...row })} ${equals(z)}`,
    `a = σ(z) ${equals(a)}`,
    `${lossName(s)} ${equals(row.loss)}`,
    `dz = ${slope} ${equals(rule[0])}`,
  ];
}

function backwardSums(row, s) {
  const inputs = inputsOf(row, s);
  return nextFrom(row, s).map((value, i) => {
    const way = filled(lineOf(`new_${PARAMETERS[i]}`, s, inputs), inputs);
    return `${PARAMETERS[i]} := ${way}${way === short(value) ? "" : ` ${equals(value)}`}`;
  });
}

// Why the chosen numbers may hide the mistake, or any; HIDING comes from descent_rules.py.
function hidden({ mistake, ...s }, { dz }, hiding) {
  const hides = HIDING({ ...s, dz });
  const found = hiding.filter(([, all], i) => hides[i] && (!mistake || all.includes(mistake)));
  if (!found.length) return "";
  const why = found.map(([words]) => words).join("; ");
  return `These numbers can hide ${mistake ? "this" : "a"} mistake: ${why}.`;
}

function captionOf({ low, high, half }, b, k) {
  const zoom = half > FRAME ? " The path leaves the first frame, so you see more." : "";
  if (low === high) return `In this plane the loss is ${short(low)} everywhere.${zoom}`;
  const range = `from ${short(low || 5e-324)} to ${short(high)}, stronger where it is larger`;
  return `Lines of equal loss for b ${equals(b)}, the b of step ${k}: ${range}.${zoom}`;
}

// Before the last step, whether the loss rises is still to be predicted.
function stateInWords(s, k, rows, { towards }) {
  const { w1, w2, b, a, loss } = rows[k];
  const now =
    `Step ${k} of ${s.steps}: w1 ${equals(w1)}, w2 ${equals(w2)}, b ${equals(b)}; ` +
    `a ${equals(open(a))}, ${lossName(s)} ${equals(loss)}.`;
  if (k < s.steps) return now;
  const { rises } = trend(rows);
  const why = s.mistake || isTwo(s) ? "" : ` ${towards}`;
  if (!rises.length) return `${now} The loss never rises in these ${s.steps} steps.${why}`;
  const often = `${rises.length} of the ${s.steps} steps`;
  return `${now} The loss rises at ${often}, first at step ${rises[0]}.`;
}

function verdictOn({ mistake, prediction, steps }, k, rows, others, data) {
  if (!mistake) return data.choose;
  if (!prediction) return data.predict;
  if (k < steps) return `You say: the loss ${prediction}. Watch it run to the last step.`;
  const { kind } = trend(rows);
  const [title, happened] = data.mistakes[mistake];
  const [wrong, right] = [rows, others].map((run) => run[k].loss);
  const said = kind.includes(prediction) ? "As you said," : `You said it ${prediction}, but here`;
  return (
    `${said} the loss ${kind}. ` +
    `The mistake: ${title}. ${happened} At the end the loss is ${short(wrong)}; ` +
    `without the mistake it is ${short(right)}. ${wrong > right ? "" : data.luck}`
  );
}
