// The drill: one question at a time, judged as soon as Enter is pressed.

const STATE = ["level", "seed", "question", "right", "tried", "streak", "best"];

export function mount({ model, el }) {
  const pool = Array.from({ length: 7 }, () => html("span"));
  const answer = field("", { size: 9, enterkeyhint: "done" });
  const given = html("p", { class: "lr-given", id: `${answer.input.id}-given` }, ...pool);
  const check = button("Check", submit);
  const other = button("Show the answer", giveUp);
  const formula = html("p");
  const [title, why] = [html("strong"), html("span")];
  const words = html("p", { class: "lr-words", "aria-live": "polite", "aria-atomic": "true" }, title, why);
  const score = html("p", { class: "lr-score" });
  set(answer.input, { "aria-describedby": given.id });
  el.append(html("div", { class: "lr lr-drill" }, given, answer.row, check, other, words,
    html("details", {}, html("summary", OWN_KEYS, "Show the formula"), formula), score));

  const { state, move, settle, stop } = connect(model, STATE, draw);
  let [asked, current, done] = ["", null, false];

  answer.input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) submit();
  });

  function submit() {
    if (done) return next();
    const guess = answer.value();
    const { right, title, happened, tryThis } = judge(current, guess);
    const isNumber = !Number.isNaN(guess);
    if (isNumber) tally(right);
    done = right;
    const { quantity, answer: exact } = current;
    if (right) say("right", `✓ Right: ${quantity} ${equals(exact)}.`, `${inARow(state().streak)}. Press Enter for the next example.`);
    else say("wrong", `${isNumber ? "✗" : "!"} ${quantity}: ${title}.`, `${happened} ${tryThis}`);
    answer.input.select();
  }

  function tally(isRight) {
    const { right, tried, streak, best } = state();
    const longer = isRight ? streak + 1 : 0;
    tell({ right: right + isRight, tried: tried + 1, streak: longer, best: Math.max(best, longer) });
  }

  function giveUp() {
    if (done) return next();
    done = true;
    tell({ streak: 0 });
    say("", `${spelledOut(current)}.`, "Press Enter for the next example.");
  }

  function next() {
    tell({ question: state().question + 1 });
    draw();
    answer.input.focus();
  }

  function tell(values) {
    move(values);
    settle();
  }

  function say(kind, first, rest) {
    set(words, { "data-kind": kind });
    write(title, first);
    write(why, rest && ` ${rest}`);
    draw();
    if (rest) answer.input.focus();
  }

  function ask({ level, seed, question: number }) {
    current = question(level, seed, number);
    done = false;
    answer.input.value = "";
    const known = Object.entries(current.known);
    pool.forEach((span, i) => {
      const [name, value] = known[i] ?? ["", 0];
      set(span, { class: /^d./.test(name) && "lr-slope", hidden: !name });
      write(span, name && `${greek(name)} = ${short(value)}`);
    });
    write(answer.row.firstChild, `What is ${current.quantity.replace(/^(new|loss)/, "the $1")}?`);
    write(formula, formulaFor(current.quantity, current.formula));
    say("", "", "");
  }

  function draw() {
    const now = state();
    const key = [now.level, now.seed, now.question].join();
    if (asked !== key) return (asked = key), ask(now);
    set(answer.input, { readonly: done });
    set(check, { hidden: done });
    write(other, done ? "Next example" : "Show the answer");
    write(score, `${inARow(now.streak)} · best ${now.best} · ${now.right} of ${now.tried} answers right`);
  }
  draw();
  return stop;
}

function inARow(streak) {
  return `${streak} right in a row`;
}
