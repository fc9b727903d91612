// A number that one edit of the lecture's line makes; edits.py sends the edits as data.

const PAIRS = {
  "+": (one, other) => one + other,
  "-": (one, other) => one - other,
  "*": (one, other) => one * other,
  "/": (one, other) => one / other,
};
const OF_ONE = {
  neg: (value) => -value,
  sigmoid: (value) => 1 / (1 + exp(-value)),
  log2: Math.log2,
  abs,
  exp,
  log,
  log10,
};

// As on an old calculator: numbers wait on a stack until a sign or a function takes them.
function workOut(formula, q) {
  const stack = [];
  for (const word of formula.split(" "))
    if (word in PAIRS) stack.push(PAIRS[word](...stack.splice(-2)));
    else if (word in OF_ONE) stack.push(OF_ONE[word](stack.pop()));
    else stack.push(q[word] ?? Number(word));
  return stack.pop();
}

// What is said of the edit that makes this number; nothing if several do that mean other things.
function wordsOfEdit({ lines, words, likely, elsewhere }, line, q, guess) {
  const made = Object.entries(lines[line])
    .flatMap(([kind, edits]) => edits.map((edit) => [kind, ...edit]))
    .filter(([, , , formula]) => isTyped(guess, workOut(formula, q)));
  const there = elsewhere.map((example) => worked({ ...example, y: q.y }));
  const effects = made.map(([, , , formula]) =>
    there.map((other) => workOut(formula, other).toPrecision(9)).join(),
  );
  // Chance makes short numbers as well as an edit does.
  const believed = made.find(([kind]) => decimals(guess) > 1 || likely.includes(kind));
  if (!believed || new Set(effects).size > 1) return undefined;
  const [kind, old, now] = believed;
  const [title, looks, tryThis] = words[kind].map((text) =>
    text.replace("{old}", old).replace("{new}", now),
  );
  return [title, `It looks as if ${looks}.`, tryThis];
}

const decimals = (value) => (String(value).split(".")[1] ?? "").length;

// Exactly, or rounded to three decimals and three digits or more: one number proves little.
function isTyped(guess, made) {
  const unit = 10 ** -decimals(guess);
  const rounding = decimals(guess) > 2 && abs(guess) >= 100 * unit ? 0.51 * unit : 0;
  return abs(guess - made) < Math.max(1e-6 * abs(made), rounding);
}
