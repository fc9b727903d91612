// The few things every widget does: make nodes, change only what differs, draw once a frame.

// JupyterLab takes keys for itself (dd deletes the cell) unless the very node says no.
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };
let count = Math.floor(Math.random() * 1e9); // two widgets on a page must not share an id

const html = (tag, attributes, ...children) =>
  fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
const text = (x, y, anchor, words = "") => svg("text", { x, y, "text-anchor": anchor }, words);
const fill = (node, attributes, children) => (set(node, attributes).append(...children), node);

// Words that a screen reader speaks when they change, but not while the user still drags.
const live = (name = "lr-words") =>
  html("p", { class: name, "aria-live": "polite", "aria-atomic": "true" });
const voice = (node, how) =>
  node
    .closest(".lr")
    .querySelectorAll("[aria-atomic]")
    .forEach((words) => set(words, { "aria-live": how }));
const press = (node, isOn) => set(node, { "aria-pressed": String(isOn) });
const join = (points) =>
  points.length
    ? `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}`
    : "M0,0";

function plot(width, height, title, desc, axes, ...children) {
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img" },
    svg("title", {}, title),
    svg("desc", {}, desc),
    svg("path", { class: "lr-axes", d: axes }),
    ...children,
  );
}

// Touch only what has changed: no node is made anew, so nothing flickers.
function set(node, attributes = {}) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  }
  return node;
}

function write(node, text) {
  if (node.textContent === text) return;
  if (node.firstChild) node.firstChild.data = text;
  else node.append(text);
}

// A labelled native slider. `toValue` and `toPlace` turn the handle's place into a value and back.
function slider(label, { min, max, step, toValue = (x) => x, toPlace = (x) => x }) {
  const id = `lr-${++count}`;
  const input = html("input", { id, type: "range", min, max, step, ...OWN_KEYS });
  // The slider itself says its value.
  const output = html("output", { for: id, "aria-live": "off" });
  follow(
    input,
    () => voice(input, "off"),
    () => voice(input, "polite"),
  );
  const row = html("div", { class: "lr-slider" }, html("label", { for: id }, label), input, output);
  const show = (value) => {
    input.value = toPlace(value);
    write(output, short(value));
    set(input, { "aria-valuetext": `${label} ${equals(value)}` });
  };
  return { row, input, show, value: () => toValue(Number(input.value)) };
}

// A labelled native number field. `value()` is NaN while it holds no number.
function field(label, attributes) {
  const id = `lr-${++count}`;
  const input = html("input", {
    id,
    type: "text",
    autocomplete: "off",
    size: 7,
    ...OWN_KEYS,
    ...attributes,
  });
  const row = html("span", { class: "lr-field" }, html("label", { for: id }, label), input);
  const value = () =>
    Number(
      input.value
        .trim()
        .replace(/[−–] ?/, "-")
        .replace(",", ".")
        .replace(/∞|inf\w*/i, "Infinity") || NaN,
    );
  return { row, input, value };
}

function follow(input, onInput, onChange) {
  input.addEventListener("input", onInput);
  input.addEventListener("change", onChange);
}

const onEnter = (input, act) =>
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // else it would press the button that the focus goes to
    act();
  });

const button = (label, onclick) =>
  Object.assign(html("button", { type: "button", ...OWN_KEYS }, label), { onclick });

// "= 1.1", or "≈ 0.7503" where the number had to be rounded: four digits, a true minus.
function equals(x) {
  if (!isFinite(x)) return `= ${x > 0 ? "∞" : x < 0 ? "−∞" : "?"}`;
  const near = abs(x) < 1e7 ? Number(x.toFixed(4)) : x.toExponential(2).replace("+", "");
  return `${abs(near - x) > 1e-14 * abs(x) ? "≈" : "="} ${near}`.replace("-", "−");
}

// The number alone: what is not quite 0 or 1 says so.
const short = (x) =>
  equals(x)
    .replace(/^≈ (?=−?[01]$)/, "almost ")
    .replace(/^. /, "");
const bracket = (x) => short(x).replace(/^[−a].*/, "($&)");

// The state of a widget lives in its model. A view draws it once a frame, and tells the model
// what the user does: `move` at once and in the browser only, `settle` to the kernel when the
// pointer is released.
function connect(model, draw) {
  const names = Object.keys(model.get("fresh"));
  const state = () => Object.fromEntries(names.map((name) => [name, model.get(name)]));
  let [asked, stale] = [0, false];
  const paint = () => ((stale = false), draw());
  const request = () => {
    stale = true;
    asked ||= requestAnimationFrame(() => ((asked = 0), stale && paint()));
  };
  // The first move since the last frame is drawn at once, the others together in the next one.
  const move = (values) => {
    const isFirst = !asked;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    request();
    if (isFirst) paint();
  };
  const save = () => model.save_changes();
  let rest;
  // A key held down settles at every press; telling the kernel each time would cost frames.
  const settle = () => (clearTimeout(rest), (rest = setTimeout(save, 250)));
  const tell = (values) => (move(values), save());
  for (const name of names) model.on(`change:${name}`, request);
  const stop = () => {
    cancelAnimationFrame(asked);
    for (const name of names) model.off(`change:${name}`, request);
  };
  return { state, move, settle, tell, stop, request };
}
