// A whole run, right or with one mistake: its wrong lines take the place of the lecture's.
// RULES stands before this file; descent_rules.py takes it from lessons/formulas.py and
// lessons/mistakes.

// Two examples with equal inputs and the labels 1 and 0 have the mean loss and slope of label 0.5.
const isTwo = (s) => s.examples === "two";
const label = (s) => (isTwo(s) ? 0.5 : s.y);
const PARAMETERS = ["w1", "w2", "b"];

// A line as it is written now: the number that it makes of q, and its words.
function lineOf(name, { mistake }, q) {
  const lines = RULES(q);
  return lines[mistake][name] ?? lines[""][name];
}

function rowAt(s, w1, w2, b) {
  const [row] = train(s.x1, s.x2, label(s), w1, w2, b, s.alpha, 0);
  const q = { ...s, ...row, y: label(s) };
  for (const name of ["dz", "dw1", "dw2", "db"]) [row[name]] = [q[name]] = lineOf(name, s, q);
  row.loss ||= 5e-324; // it never is 0, though the computer may have no smaller number
  return row;
}

function run(s) {
  const history = [rowAt(s, s.w1, s.w2, s.b)];
  while (history.length <= s.steps) history.push(rowAt(s, ...nextFrom(history.at(-1), s)));
  return history;
}

function nextFrom(row, s) {
  const q = inputsOf(row, s);
  return PARAMETERS.map((name) => lineOf(`new_${name}`, s, q)[0]);
}

// What a step is made of. Only this mistake asks for slopes at other places than the row's.
function inputsOf(row, s) {
  const q = { ...row, alpha: s.alpha };
  if (s.mistake !== "sequential-update") return q;
  const moved = (name) => RULES(q)[""][`new_${name}`][0];
  q.dw2 = rowAt(s, moved("w1"), q.w2, q.b).dw2;
  q.db = rowAt(s, moved("w1"), moved("w2"), q.b).db;
  return q;
}

const filled = ([, words], q) =>
  words.replace(/\w+/g, (name, at) => (at ? bracket : short)(q[name]));

// A difference in the last digits is rounding, not a rise or a fall.
function trend(rows) {
  const isAbove = (k, other) => rows[k].loss > rows[other].loss * (1 + 1e-12);
  const steps = [...rows.keys()].slice(1);
  const rises = steps.filter((k) => isAbove(k, k - 1));
  const falls = steps.some((k) => isAbove(k - 1, k));
  const nevers = [rises.length ? [] : "never rises", falls ? [] : "never falls"].flat();
  return { rises, kind: nevers.join(" and ") || "rises and falls" };
}
