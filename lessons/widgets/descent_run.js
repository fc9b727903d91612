// A whole run, right or with one mistake: its wrong lines take the place of the lecture's.
// RULES stands before this file; descent.py takes it from lessons/lecture.py and lessons/mistakes.

// Two examples with equal inputs and the labels 1 and 0: the mean of their losses is the loss for
// the label 0.5, and the mean of their slopes, ((a − 1) + (a − 0)) / 2 = a − 0.5, is its slope.
const label = (s) => (s.examples === "two" ? 0.5 : s.y);
const PARAMETERS = ["w1", "w2", "b"];
const rulesOf = (s) => ({ ...RULES[""], ...RULES[s.mistake] });

function rowAt(s, w1, w2, b) {
  const [row] = train(s.x1, s.x2, label(s), w1, w2, b, s.alpha, 0);
  const [q, rules] = [{ ...s, ...row, y: label(s) }, rulesOf(s)];
  for (const name of ["dz", "dw1", "dw2", "db"]) row[name] = q[name] = rules[name].value(q);
  return row;
}

function run(s) {
  const history = [rowAt(s, s.w1, s.w2, s.b)];
  while (history.length <= s.steps) history.push(rowAt(s, ...nextFrom(history.at(-1), s)));
  return history;
}

function nextFrom(row, s) {
  const [q, rules] = [inputsOf(row, s), rulesOf(s)];
  return PARAMETERS.map((name) => rules[`new_${name}`].value(q));
}

// What a step is made of. Only this mistake asks for slopes at other places than the row's.
function inputsOf(row, s) {
  const q = { ...row, alpha: s.alpha };
  if (s.mistake !== "sequential-update") return q;
  const { new_w1, new_w2 } = RULES[""];
  const w1 = new_w1.value(q);
  q.dw2 = rowAt(s, w1, q.w2, q.b).dw2;
  q.db = rowAt(s, w1, new_w2.value(q), q.b).db;
  return q;
}

function filled({ text }, q) {
  return text.replace(/\w+/g, (name, at) => (at ? bracket : short)(q[name]));
}

// A difference in the last digits is rounding, not a rise or a fall.
function trend(rows) {
  const isAbove = (k, other) => rows[k].loss > rows[other].loss * (1 + 1e-12);
  const steps = [...rows.keys()].slice(1);
  const rises = steps.filter((k) => isAbove(k, k - 1));
  const falls = steps.some((k) => isAbove(k - 1, k));
  return { rises, kind: !rises.length ? "never rises" : falls ? "rises and falls" : "never falls" };
}
