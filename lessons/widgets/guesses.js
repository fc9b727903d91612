// One number, guessed by hand: is it right, and if not, which mistake makes it?
// BY_HAND, WRONG and LAWS stand before this file; guesses.py takes them from Python's catalogue.

// A wrong number is called by a mistake's name only if its share of it is this near to 1.
const SAME = 0.005;
const RIGHT = { ...verdict("Right"), right: true };

function worked(numbers) {
  const { x1, x2, y, w1, w2, b } = numbers;
  const [z, a] = forward(x1, x2, w1, w2, b);
  const [dz, dw1, dw2, db] = backward(x1, x2, a, y);
  const slopes = { da: da(a, y), da_dz: daDz(z), dz, dw1, dw2, db };
  return { ...numbers, z, a, loss: lossFromZ(z, y), ...slopes };
}

// `asked` holds the quantity as its line is called, and what is known if that has other letters.
function nameGuess(quantity, numbers, guess, data, asked = { quantity }) {
  const q = quantity in numbers ? numbers : worked(numbers);
  const right = q[quantity];
  if (isNaN(guess)) return verdict("Not yet a number", "", "Type a number such as −0.25.");
  if (isRight(guess, right)) return RIGHT;
  const words = data.mistakes[nameOfMistake(quantity, q, guess, data.mistakes)];
  if (words) return verdict(...words);
  const said =
    !isVeryNear(guess, right) &&
    wordsOfEdit(data.edits, asked.quantity, { ...q, ...asked.known }, guess);
  if (said) return verdict(...said);
  const happened = hint(quantity, q, guess, data.laws[quantity]);
  return verdict("Not yet", happened, "Work it out once more, one part at a time.");
}

function nameOfMistake(quantity, q, guess, mistakes) {
  const right = q[quantity];
  const wrong = WRONG[quantity](q);
  const madeBy = (isSame) => (name) =>
    wrong[name]?.some((each) => !isRight(each, right) && isSame(guess, each));
  return [isNear(1e-4), isRounded, isNear(SAME)].flatMap((isSame) =>
    Object.keys(mistakes).filter(madeBy(isSame)),
  )[0];
}

// Whoever rounds on the way comes as near; and to ∞ every number is.
const isVeryNear = (guess, right) => abs(guess - right) <= 0.005 + 0.05 * abs(right);

const isNear = (share) => (guess, wrong) => abs(guess / wrong - 1) <= share;

// As a hand rounds: to two digits or more, and nothing but 0 to 0.
function isRounded(guess, wrong) {
  return (guess ? [2, 3, 4] : [9]).some((digits) => guess === Number(wrong.toFixed(digits)));
}

function verdict(title, happened = "", tryThis = "") {
  return { right: false, title, happened, tryThis };
}

// As near as by hand, and never on the other side of 0.
function isRight(guess, right) {
  if (!isFinite(right)) return guess === right;
  return guess * right >= 0 && abs(guess - right) <= BY_HAND * (1 + abs(right));
}

function hint(quantity, q, guess, laws) {
  const right = q[quantity];
  if (!isFinite(right)) return "Here a has rounded, so this divides by 0: type ∞ or −∞.";
  const [kept, now] = [right, guess].map((value) => LAWS[quantity](value, q));
  const broken = laws.find((_, i) => kept[i] && !now[i]);
  if (broken) return `Remember: ${broken}.`;
  if (guess * right < 0) return "The sign is not right.";
  if (isVeryNear(guess, right)) return "You are very near: keep four digits on the way.";
  return `Your number is too ${abs(guess) > abs(right) ? "far from" : "near to"} 0.`;
}
