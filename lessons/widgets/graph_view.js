// The graph as SVG: lying on a wide page, standing on a narrow one. Its nodes are made once.

const APART = 5; // from the middle of a pair of arrows to each of the two
const STAGES = ["z", "a", "L", "da", "da_dz", "dz", "dw1", "dw2", "db"];
const SWAPPED = "matrix(0 1 1 0 0 0)"; // arrows are drawn from left to right; this makes right down

// Where a node lies, its size, its arrows' ends, and where its value and gradient stand.
function lying({ name, column, row }) {
  const [x, y] = [[62, 306, 484, 672][column], 30 + 82 * row];
  const [w, h] = { z: [128, 104], a: [60, 104], L: [80, 104], y: [80, 32] }[name] ?? [116, 32];
  const arrows = { end: [x + w / 2, y], start: [x - w / 2, y], port: 20 * row };
  const value = [x, y - h / 2 - 10, "middle"];
  const gradient = [x, y + h / 2 + 18, "middle"];
  return { x, y, w, h, ...arrows, value, gradient };
}

function standing({ name, kind, column, row }) {
  const [w, h] = { z: [140, 40], a: [70, 36], L: [80, 36] }[name] ?? [62, 44];
  const [x, y] = [kind === "computed" ? 172 : 36 + 68 * row, [66, 190, 280, 386][column]];
  const arrows = { end: [y + h / 2, x], start: [y - h / 2, x], port: 26 * row };
  const left = [x - w / 2 - 8, y + (name === "L" ? 5 : -3), "end"];
  const value = name === "L" ? left : [x + w / 2 + 8, y + 5, "start"];
  const gradient = kind === "computed" ? left : [x, 16, "middle"];
  return { x, y, w, h, ...arrows, value, gradient };
}

function graphView(places, links, choose) {
  const nodes = places.map(([name, kind, formula, column, row]) => {
    return { name, kind, formula, column, row, ...nodeParts(kind) };
  });
  const edges = links.map(([source, target, formula]) => {
    return { source, target, formula, ...edgeParts(source, choose) };
  });
  const [truth, words] = [svg("path"), svg("desc")];
  const root = svg(
    "svg",
    { role: "group", "aria-label": "The computation graph" },
    svg("title", {}, "Values flow to the loss, derivatives flow back"),
    words,
    truth,
    ...edges.map(({ group }) => group),
    ...nodes.map(({ group }) => group),
  );

  function draw(seen) {
    const { shown, upright } = seen;
    const placed = Object.fromEntries(
      nodes.map((node) => [node.name, (upright ? standing : lying)(node)]),
    );
    set(root, {
      viewBox: upright ? "0 0 344 412" : "0 0 720 402",
      class: upright && "lr-standing",
    });
    write(words, seen.text);
    for (const node of nodes) drawNode(node, placed[node.name], seen);
    for (const edge of edges) drawEdge(edge, placed, seen);
    const { y, L } = placed; // the label's arrow goes across all others
    const from = upright ? [y.x - y.w / 2, y.y] : [y.y - y.h / 2, y.x];
    const way = [from, upright ? [L.x + L.w / 2, L.y] : [L.y + L.h / 2, L.x]];
    set(truth, {
      d: curve(way) + head(way),
      class: arrowClass(shown > 2),
      transform: !upright && SWAPPED,
    });
  }
  return { root, draw };
}

const label = (name) => svg("text", { class: name }, svg("tspan"), svg("tspan"), svg("tspan"));

function nodeParts(kind) {
  const [inside, value, gradient] = [
    kind === "computed" ? "" : "lr-value",
    "lr-value",
    "lr-gradient",
  ].map(label);
  const parts = { box: svg("rect", { rx: 5 }), inside, value, gradient };
  return { ...parts, group: svg("g", { class: `lr-node lr-${kind}` }, ...Object.values(parts)) };
}

function edgeParts(source, choose) {
  const [hit, ahead, back] = ["lr-hit", "lr-arrow", "lr-arrow lr-back"].map((name) =>
    svg("path", { class: name }),
  );
  const [arrows, local] = [svg("g", {}, hit, ahead, back), label("lr-local")];
  const group = svg(
    "g",
    { class: "lr-edge", role: "button", tabindex: 0, ...OWN_KEYS },
    arrows,
    local,
  );
  group.onclick = () => choose(source);
  group.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(source);
  };
  return { hit, ahead, back, arrows, local, group };
}

function drawNode(
  { name, kind, formula, box, inside, value, gradient },
  at,
  { q, shown, upright },
) {
  const computed = kind === "computed";
  const found = (name) => (shown > STAGES.indexOf(name) ? equation(name, q[name]) : `${name} = ?`);
  const given = upright ? [name, short(q[name])] : [equation(name, q[name])];
  const lines = !computed ? given : upright ? [formula] : formula.split(/(?= \+ b)/);
  set(box, { x: at.x - at.w / 2, y: at.y - at.h / 2, width: at.w, height: at.h });
  put(inside, [at.x, at.y + 5 - 8 * (lines.length - 1), "middle"], lines);
  put(value, at.value, computed ? [found(name)] : []);
  const hasSlope = STAGES.includes(`d${name}`) && shown > 2;
  put(
    gradient,
    at.gradient,
    hasSlope ? found(`d${name}`).split(upright ? /(?<=[=≈]) / : "\n") : [],
  );
}

function drawEdge(
  { source, target, formula, hit, ahead, back, arrows, local, group },
  placed,
  { q, shown, upright, chosen },
) {
  const [from, to] = [placed[source], placed[target]];
  const ends = [from.end, [to.start[0], to.start[1] + from.port - to.port]];
  const stage = STAGES.indexOf(`d${source}`);
  const beside = (by) => ends.map(([along, across]) => [along, across + (stage < 0 ? 0 : by)]);
  const [there, home] = [beside(-APART), beside(APART)];
  set(arrows, { transform: upright && SWAPPED });
  set(hit, { d: curve(ends) });
  set(ahead, { d: curve(there) + head(there), class: arrowClass(shown > STAGES.indexOf(target)) });
  set(back, {
    d: curve(home) + head([...home].reverse()),
    visibility: stage >= 0 && shown > stage ? "visible" : "hidden",
  });
  const known = stage >= 0 && shown > (source === "z" ? STAGES.indexOf("da_dz") : stage);
  const says = known ? (formula === "1" ? "1" : equation(formula, q.slopes[source])) : "";
  put(local, ...(upright ? besideStanding : besideLying)(source, ends, says));
  set(group, {
    "aria-label": `From ${source} to ${target}${says && `: ${says}`}. Why?`,
    "aria-pressed": String(chosen === source),
  });
}

function besideLying(source, [[x0, y0], [x1, y1]], says) {
  if (y0 !== y1) return [[x0 + 8, y0 + (source === "w1" ? -12 : 22), "start"], [says]];
  return [[(x0 + x1) / 2, y0 + 24, "middle"], says.split(/ (?=≈|= )|(?<=\+) (?=\()/)];
}

function besideStanding(source, [[y0, x], [y1]], says) {
  if (source === "a" || source === "z")
    return [[x + 16, (y0 + y1) / 2 - 3, "start"], says.split(/ (?=≈|= )/)];
  return [source === "b" ? [x + 12, y0 + 16, "start"] : [x - 9, y0 + 15, "end"], [says]];
}

function put(text, [x, y, anchor], lines) {
  set(text, { x, y, "text-anchor": anchor });
  [...text.children].forEach((line, i) => {
    set(line, { x, y: y + 16 * i });
    write(line, lines[i] ?? "");
  });
}

const arrowClass = (on) => (on ? "lr-arrow lr-on" : "lr-arrow");

function curve([[x0, y0], [x1, y1]]) {
  const x = (x0 + x1) / 2;
  return `M${x0},${y0}C${x},${y0} ${x},${y1} ${x1},${y1}`;
}

function head([[from], [x, y]]) {
  const back = x + 8 * Math.sign(from - x);
  return `M${back},${y - 4}L${x},${y}L${back},${y + 4}`;
}

const equation = (name, value) => `${name} ${equals(value)}`;
