// The drill: one question at a time, judged as soon as Enter is pressed.

const ONWARD = "Press Enter for the next example.";

export function mount({ model, el }) {
  const { state, move, settle, tell, stop } = connect(model, draw);
  const pool = Array.from({ length: 7 }, () => html("span"));
  const answer = field("", { size: 9, enterkeyhint: "done" });
  const given = html("p", { class: "lr-given", id: `${answer.input.id}-given` }, ...pool);
  const [check, other] = [button("Check", submit), button("Show the answer", giveUp)];
  const [formula, title, why, score] = [
    html("p"),
    html("strong"),
    html("span"),
    html("p", { class: "lr-quiet" }),
  ];
  const words = fill(live(), {}, [title, why]);
  set(answer.input, { "aria-describedby": given.id });
  el.append(
    html(
      "div",
      { class: "lr lr-drill" },
      given,
      answer.row,
      check,
      other,
      words,
      html("details", {}, html("summary", OWN_KEYS, "Show the formula"), formula),
      score,
    ),
  );
  let asked, current;

  follow(answer.input, () => move({ guess: answer.input.value }), settle);
  onEnter(answer.input, submit);

  function submit() {
    if (state().done) return next();
    const guess = answer.value();
    const { right, title, happened, tryThis } = judge(current, guess, model.get("data"));
    const isNumber = !isNaN(guess);
    if (isNumber) tally(right);
    if (right)
      say(
        "right",
        `✓ Right: ${current.quantity} ${equals(current.answer)}.`,
        `${inARow(state().streak)}. ${ONWARD}`,
      );
    else
      say(
        "wrong",
        `${isNumber ? "✗" : "!"} ${current.quantity}: ${title}.`,
        `${happened} ${tryThis}`,
      );
    answer.input.focus();
    answer.input.select();
  }

  function tally(isRight) {
    const { right, tried, streak, best } = state();
    const longer = isRight ? streak + 1 : 0;
    tell({
      done: isRight,
      right: right + isRight,
      tried: tried + 1,
      streak: longer,
      best: Math.max(best, longer),
    });
  }

  function giveUp() {
    if (state().done) return next();
    tell({ done: true, streak: 0 });
    say("", `${spelledOut(current)}.`, ONWARD);
    answer.input.focus();
  }

  function next() {
    tell({ question: state().question + 1, guess: "", done: false });
    draw();
    answer.input.focus();
  }

  function say(kind, first, rest) {
    write(title, first);
    write(why, rest && ` ${rest}`);
    set(title, { "data-kind": kind });
  }

  // A widget that goes on after its cell has run again finds its question as it was left.
  function ask({ level, seed, question: number, done }) {
    current = question(model.get("data").asked[level], seed, number);
    const known = Object.entries(current.known);
    pool.forEach((span, i) => {
      const [name, value] = known[i] ?? ["", 0];
      set(span, { class: /^d./.test(name) && "lr-slope", hidden: !name });
      write(span, name && `${greek(name)} = ${short(value)}`);
    });
    write(answer.row.firstChild, `What is ${current.quantity.replace(/^(new|loss)/, "the $1")}?`);
    write(formula, formulaFor(current.quantity, current.formula));
    say("", ...(done ? [`${spelledOut(current)}.`, ONWARD] : ["", ""]));
  }

  function draw() {
    const now = state();
    const key = [now.level, now.seed, now.question].join();
    if (asked !== key) ask(now);
    asked = key;
    if (answer.input.value !== now.guess) answer.input.value = now.guess;
    set(answer.input, { readonly: now.done });
    set(check, { hidden: now.done });
    write(other, now.done ? "Next example" : "Show the answer");
    write(score, `${inARow(now.streak)} · best ${now.best} · ${now.right} right in all`);
  }
  draw();
  return stop;
}

const inARow = (streak) => `${streak} right in a row`;
