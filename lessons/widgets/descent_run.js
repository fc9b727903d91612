// A whole run, right or with one mistake. Each mistake feeds update() with something else;
// what it does must agree with lessons/mistakes, and the tests hold the two together.

// Two examples with equal inputs and the labels 1 and 0: the mean of their losses is the loss for
// the label 0.5, and the mean of their slopes, ((a − 1) + (a − 0)) / 2 = a − 0.5, is its slope.
const label = (s) => (s.examples === "two" ? 0.5 : s.y);

// `inputs` are those of update() that differ; `sum` says in numbers what happens to one parameter.
const RIGHT = {
  inputs: () => ({}),
  sum: (old, slope, alpha) => `${short(old)} − ${short(alpha)}·${bracket(slope)}`,
};
const WRONG = {
  "plus-sign": {
    inputs: ({ dw1, dw2, db }) => ({ dw1: -dw1, dw2: -dw2, db: -db }),
    sum: (old, slope, alpha) => `${short(old)} + ${short(alpha)}·${bracket(-slope)}`,
  },
  "alpha-forgotten": {
    inputs: () => ({ alpha: 1 }),
    sum: (old, slope) => `${short(old)} − ${bracket(slope)}`,
  },
  "bias-not-updated": {
    inputs: () => ({ db: 0 }),
    sum: (old, slope, alpha, name) => (name === "b" ? short(old) : RIGHT.sum(old, slope, alpha)),
  },
  "old-value-lost": {
    inputs: () => ({ w1: 0, w2: 0, b: 0 }),
    sum: (_, slope, alpha) => `−${short(alpha)}·${bracket(slope)}`,
  },
  "sequential-update": {
    inputs({ w1, w2, b, dw1 }, s) {
      const [newW1] = update(w1, w2, b, dw1, 0, 0, s.alpha);
      const { dw2 } = rowAt(s, newW1, w2, b);
      const [, newW2] = update(w1, w2, b, 0, dw2, 0, s.alpha);
      return { dw2, db: rowAt(s, newW1, newW2, b).db };
    },
  },
};
const rules = (s) => ({ ...RIGHT, ...WRONG[s.mistake] });
const inputsOf = (row, s) => ({ ...row, alpha: s.alpha, ...rules(s).inputs(row, s) });

function rowAt(s, w1, w2, b) {
  const [row] = train(s.x1, s.x2, label(s), w1, w2, b, s.alpha, 0);
  if (s.mistake === "dz-sign") for (const slope of ["dz", "dw1", "dw2", "db"]) row[slope] *= -1;
  return row;
}

function run(s) {
  const history = [rowAt(s, s.w1, s.w2, s.b)];
  while (history.length <= s.steps) history.push(rowAt(s, ...nextFrom(history.at(-1), s)));
  return history;
}

function nextFrom(row, s) {
  const { w1, w2, b, dw1, dw2, db, alpha } = inputsOf(row, s);
  return update(w1, w2, b, dw1, dw2, db, alpha);
}

// A difference in the last digits is rounding, not a rise or a fall.
function trend(rows) {
  const isAbove = (k, other) => rows[k].loss > rows[other].loss * (1 + 1e-12);
  const steps = [...rows.keys()].slice(1);
  const rises = steps.filter((k) => isAbove(k, k - 1));
  const falls = steps.some((k) => isAbove(k - 1, k));
  return { rises, kind: !rises.length ? "never rises" : falls ? "rises and falls" : "never falls" };
}
