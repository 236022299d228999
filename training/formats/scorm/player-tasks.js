/* Draws a task, reads what was given, and judges it. All texts are put in as text, never as markup. */
export const element = (name, options = {}, children = []) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(options)) {
    if (key === "text") made.textContent = value;
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

const letter = (place) => String.fromCodePoint(97 + place);

const tickList = (options, type) =>
  options.map((option, place) =>
    element("label", { class: "player__option" }, [
      element("input", { type, name: "antwort", value: String(place) }),
      element("span", { text: option.text, dir: "auto" }),
    ]),
  );

const chosen = (form) =>
  [...form.querySelectorAll("input:checked")].map((input) => Number(input.value));

const sameList = (one, other) =>
  one.length === other.length && one.every((value, place) => value === other[place]);

const choice = {
  draw: (task) => tickList(task.options, task.multiple ? "checkbox" : "radio"),
  read: (form) => (chosen(form).length === 0 ? undefined : chosen(form)),
  judge: (task, given) => sameList(given, choice.right(task)),
  right: (task) => task.options.flatMap((option, place) => (option.right ? [place] : [])),
  feedback: (task, given) =>
    given.map((place) => `${letter(place)}) ${task.options[place].feedback}`),
  report: (task, given) => ({
    type: "choice",
    response: given.map(letter).join(","),
    pattern: choice.right(task).map(letter).join(","),
  }),
  explain: (task) => choice.right(task).map((place) => task.options[place].text),
};

const matching = {
  draw: (task) =>
    task.pairs.map((pair, place) =>
      element("div", { class: "player__pair" }, [
        element("label", { for: `paar-${place}`, text: pair.left, dir: "auto" }),
        element("select", { id: `paar-${place}` }, [
          element("option", { value: "", text: "– bitte wählen –" }),
          ...task.sides.map((side, index) =>
            element("option", { value: String(index), text: `${letter(index)}) ${side}` }),
          ),
        ]),
      ]),
    ),
  read: (form) => {
    const values = [...form.querySelectorAll("select")].map(({ value }) => value);
    return values.includes("") ? undefined : values.map(Number);
  },
  judge: (task, given) => task.pairs.every((pair, place) => pair.right === given[place]),
  feedback: (task, given) =>
    task.pairs.map(
      (pair, place) => `${place + 1}. ${pair.right === given[place] ? "richtig" : "falsch"}`,
    ),
  report: (task, given) => ({
    type: "matching",
    response: given.map((side, place) => `${place + 1}.${letter(side)}`).join(","),
    pattern: task.pairs.map((pair, place) => `${place + 1}.${letter(pair.right)}`).join(","),
  }),
  explain: (task) => task.pairs.map((pair) => `${pair.left} → ${task.sides[pair.right]}`),
};

const release = {
  draw: () => tickList([{ text: "freigeben" }, { text: "nicht freigeben" }], "radio"),
  read: (form) => (chosen(form).length === 0 ? undefined : chosen(form)),
  judge: (task, [given]) => (given === 0) === task.release,
  feedback: (task, [given]) => [given === 0 ? task.feedbackYes : task.feedbackNo],
  report: (task, [given]) => ({
    type: "true-false",
    response: given === 0 ? "t" : "f",
    pattern: task.release ? "t" : "f",
  }),
  explain: (task) => [task.sample, ...task.rubric],
};

/* Nobody but the participant judges the text: it counts as done, and earns no points. */
const essay = {
  draw: (task) => {
    const area = element("textarea", {
      id: "text",
      rows: "10",
      "aria-label": "Ihr Auftrag",
      maxlength: "20000",
    });
    area.value = task.template;
    return [area];
  },
  read: (form) => {
    const text = form.querySelector("textarea").value.trim();
    return text === "" ? undefined : [text.length];
  },
  judge: () => undefined,
  feedback: () => ["Vergleichen Sie Ihren Text mit der Musterlösung. Punkte gibt es hier nicht."],
  report: () => ({ type: "performance", response: "bearbeitet", pattern: "" }),
  explain: (task) => [task.sample, ...task.rubric],
};

export const kinds = { choice, matching, release, essay };
