// Endless questions to do by hand: the same level, seed and number always ask the same.
// SLIPS stands before this file; drill.py writes it. The last words about a step are for an unknown slip.

const SEEDLING = [2, 3, 4, 5]; // hours of sun and litres: never below 0
const FEATURES = [-5, -4, -3, -2, ...SEEDLING];
const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [digit / 10, -digit / 10]);
const RATES = [0.1, 0.2, 0.5, 2];
const NAME = /\b(alpha|[xw][12]|dw[12]|db|dz|[byaz])\b/g;

function question(asked, seed, number) {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const [quantity, [given, formula]] = pick(Object.entries(asked));
  const features = asked.z && !asked.a ? SEEDLING : FEATURES;
  let q;
  do q = example(pick, features);
  while (!isKind(q));
  const known = Object.fromEntries(given.split(" ").map((name) => [name, q[name]]));
  const numbers = "a" in known ? exact(q) : q;
  return { quantity, known, formula, numbers, q, answer: answerTo(quantity, q, numbers) };
}

// One example and one step, rounded at a so that the rest can be done by hand.
function example(pick, features) {
  const [x1, x2, y] = [features, features, [0, 1]].map(pick);
  const [w1, w2, b, alpha] = [TENTHS, TENTHS, TENTHS, RATES].map(pick);
  const z = tidy(w1 * x1 + w2 * x2 + b);
  const a = tidy(sigmoid(z));
  const [dz, dw1, dw2, db] = backward(x1, x2, a, y).map(tidy);
  return { x1, x2, y, w1, w2, b, z, a, dz, dw1, dw2, db, alpha };
}

// Numbers so different that no mistake hides, and no step too small to see.
function isKind({ x1, x2, w1, w2, z, dz, alpha }) {
  const differ = Math.abs(x1) !== Math.abs(x2) && Math.abs(w1) !== Math.abs(w2);
  return differ && Math.abs(z) >= 0.3 && Math.abs(z) <= 2.4 && alpha * Math.abs(dz) >= 0.05;
}

// Where a rounded a is given, b makes up for the rounding: the answer follows from that very a.
function exact(q) {
  return { ...q, b: Math.log(q.a / (1 - q.a)) - q.w1 * q.x1 - q.w2 * q.x2 };
}

const isStep = (quantity) => quantity.startsWith("new ");
const stepOf = (quantity, q) => ({ old: q[quantity.slice(4)], slope: q[`d${quantity.slice(4)}`], alpha: q.alpha });

function answerTo(quantity, q, numbers) {
  if (!isStep(quantity)) return worked(numbers)[quantity];
  const { old, slope, alpha } = stepOf(quantity, q);
  return old - alpha * slope;
}

function judge({ quantity, numbers, q, answer }, guess, data) {
  if (Math.abs(guess - answer) <= Math.max(0.005, 0.01 * Math.abs(answer))) return RIGHT;
  if (Number.isNaN(guess) || !isStep(quantity)) return nameGuess(quantity, numbers, guess, data);
  const slip = SLIPS(stepOf(quantity, q)).findIndex((wrong) => wrong.some((each) => Math.abs(guess - each) <= 0.006));
  return verdict(...data.slips.at(slip));
}

function spelledOut({ quantity, formula, q, answer }) {
  const filled = formula.split(" = ").at(-1).replace(NAME, (name) => bracket(q[name]));
  return `${formulaFor(quantity, formula)} = ${filled} ${equals(answer)}`;
}

function formulaFor(quantity, formula) {
  return `${quantity.replace("new ", "")} ${quantity.startsWith("new ") ? ":=" : "="} ${greek(formula)}`;
}

const greek = (text) => text.replace("alpha", "α");
const tidy = (value) => Number(value.toFixed(2));

// mulberry32: small, fast, and good enough for a drill.
function randomFrom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
