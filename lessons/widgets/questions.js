// Endless questions to do by hand: the same level, seed and number always ask the same.

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
  const isStep = quantity.includes("new ");
  const part = isStep ? "new_b" : quantity;
  const numbers = isStep ? stepOf(quantity.slice(4), q) : worked("a" in known ? exact(q) : q);
  return { quantity, part, known, formula, numbers, q, answer: numbers[part] };
}

// One example and one step, rounded at a so that the rest can be done by hand.
function example(pick, features) {
  const [x1, x2, y] = [features, features, [0, 1]].map(pick);
  const [w1, w2, b, alpha] = [TENTHS, TENTHS, TENTHS, RATES].map(pick);
  const z = tidy(forward(x1, x2, w1, w2, b)[0]);
  const a = tidy(sigmoid(z));
  const [dz, dw1, dw2, db] = backward(x1, x2, a, y).map(tidy);
  return { x1, x2, y, w1, w2, b, z, a, dz, dw1, dw2, db, alpha };
}

// Numbers so different that no mistake hides, and no step too small to see.
function isKind({ x1, x2, w1, w2, z, dz, alpha }) {
  const differ = abs(x1) !== abs(x2) && abs(w1) !== abs(w2);
  return differ && abs(z) >= 0.3 && abs(z) <= 2.4 && alpha * abs(dz) >= 0.05;
}

// Where a rounded a is given, b alone leads to it: the answer follows from that very a.
const exact = (q) => ({ ...q, w1: 0, w2: 0, b: log(q.a / (1 - q.a)) });

// Every step is judged as a step of b: from its own old value, by its own slope, not by the two
// others.
function stepOf(name, q) {
  const [b, db] = [q[name], q[`d${name}`]];
  return { ...q, [`d${name}`]: q.db, b, db, new_b: update(0, 0, b, 0, 0, db, q.alpha)[2] };
}

// As near as 1 % or two decimals; a half may be rounded up or down.
function judge(asked, guess, data) {
  const { part, numbers, answer } = asked;
  const near = Math.max(0.005, 0.01 * abs(answer)) + 1e-9;
  return abs(guess - answer) <= near ? RIGHT : nameGuess(part, numbers, guess, data, asked);
}

function spelledOut({ quantity, formula, q, answer }) {
  const filled = formula
    .split(" = ")
    .at(-1)
    .replace(NAME, (name) => bracket(q[name]));
  return `${formulaFor(quantity, formula)} = ${filled} ${equals(answer)}`;
}

function formulaFor(quantity, formula) {
  const sign = quantity.includes("new ") ? ":=" : "=";
  return `${quantity.replace("new ", "")} ${sign} ${greek(formula)}`;
}

const greek = (text) => text.replace("alpha", "α");
const tidy = (value) => Number(value.toFixed(2));

// Each state is a hash of the one before: quick, and random enough for a drill.
function randomFrom(state) {
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return (state >>> 0) / 2 ** 32;
  };
}
