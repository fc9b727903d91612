// lessons/logistic.py for the browser, line by line; the tests hold the two together.

const { abs, exp, log, log10, log1p } = Math;

export function sigmoid(z) {
  if (!Number.isFinite(z)) requireFinite({ z });
  if (z >= 0) return 1 / (1 + exp(-z));
  const e = exp(z);
  return e / (1 + e);
}

export function forward(x1, x2, w1, w2, b) {
  const z = w1 * x1 + w2 * x2 + b;
  if (!Number.isFinite(z)) requireFinite({ x1, x2, w1, w2, b, z });
  return [z, sigmoid(z)];
}

export function loss(a, y) {
  require0To1({ a, y });
  return 0 - (y && y * log(a)) - (1 - y && (1 - y) * log1p(-a)); // the log of 0 is −∞ here
}

export function lossFromZ(z, y) {
  require0To1({ y });
  requireFinite({ z });
  if (z > 0) return (1 - y) * z + log1p(exp(-z));
  return -y * z + log1p(exp(z));
}

export function da(a, y) {
  require0To1({ a, y });
  const towards1 = a > 0 ? y / a : y && Infinity;
  const towards0 = 1 - y && (1 - y) / (1 - a);
  return -towards1 + towards0;
}

export function daDz(z) {
  return sigmoid(z) * sigmoid(-z);
}

export function dz(a, y) {
  require0To1({ a, y });
  return a - y;
}

export function backward(x1, x2, a, y) {
  require0To1({ a, y });
  requireFinite({ x1, x2 });
  const dz = a - y;
  return [dz, x1 * dz, x2 * dz, dz];
}

export function update(w1, w2, b, dw1, dw2, db, alpha) {
  if (!(alpha > 0 && alpha < Infinity)) {
    throw new RangeError(`alpha must be a finite number above 0, but it is ${alpha}`);
  }
  requireFinite({ dw1, dw2, db });
  [w1, w2, b] = [w1 - alpha * dw1, w2 - alpha * dw2, b - alpha * db];
  requireFinite({ w1, w2, b });
  return [w1, w2, b];
}

export function train(x1, x2, y, w1, w2, b, alpha, steps) {
  if (!(Number.isInteger(steps) && steps >= 0)) {
    throw new RangeError(`steps must be a whole number, 0 or more, but it is ${steps}`);
  }
  const history = [];
  for (let step = 0; step <= steps; step++) {
    const [z, a] = forward(x1, x2, w1, w2, b);
    const [dz, dw1, dw2, db] = backward(x1, x2, a, y);
    history.push({ w1, w2, b, z, a, loss: lossFromZ(z, y), dz, dw1, dw2, db });
    [w1, w2, b] = update(w1, w2, b, dw1, dw2, db, alpha);
  }
  return history;
}

const requireFinite = (values) => requireAll(values, Number.isFinite, "a finite number");
const require0To1 = (values) => requireAll(values, (x) => x >= 0 && x <= 1, "between 0 and 1");

function requireAll(values, isFine, wanted) {
  for (const [name, value] of Object.entries(values)) {
    if (!isFine(value)) throw new RangeError(`${name} must be ${wanted}, but it is ${value}`);
  }
}
