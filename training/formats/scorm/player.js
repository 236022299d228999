/* Leads through the exercises, keeps the points, and takes up where somebody stopped. */
import { element, kinds } from "./player-tasks.js";
import { scorm } from "./scorm-api.js";

const exercises = window.uebungen;
const place = document.querySelector("#aufgabe");
const status = document.querySelector("#stand");
const mastery = Number(document.body.dataset.mastery);

/** Per exercise: "-" open, "r" right, "f" wrong, "b" done without points. */
let results = exercises.map(() => "-");
let current = 0;

const resume = () => {
  const kept = scorm.get("cmi.suspend_data");
  if (/^[-rfb]+$/u.test(kept) && kept.length === exercises.length) results = kept.split("");
  const open = results.indexOf("-");
  current = open === -1 ? exercises.length : open;
};

const count = (sign) => results.filter((result) => result === sign).length;

const points = () => {
  const counted = exercises.filter(({ task }) => task.kind !== "essay").length;
  return counted === 0 ? 100 : Math.round((100 * count("r")) / counted);
};

const keep = () => {
  const isDone = count("-") === 0;
  const verdict = points() >= mastery ? "passed" : "failed";
  scorm.set("cmi.core.score.min", 0);
  scorm.set("cmi.core.score.max", 100);
  scorm.set("cmi.core.score.raw", points());
  scorm.set("cmi.core.lesson_status", isDone ? verdict : "incomplete");
  scorm.set("cmi.core.lesson_location", current);
  scorm.set("cmi.suspend_data", results.join(""));
  scorm.commit();
};

const block = ({ label, kind, text, language }) =>
  element("section", { class: `block block--${kind}` }, [
    element("h3", { class: "kern-title kern-title--small", text: label }),
    element("div", { class: "block__text", text, lang: language, dir: "auto" }),
  ]);

const list = (items) =>
  element(
    "ul",
    { class: "player__list" },
    items.map((text) => element("li", { text, dir: "auto" })),
  );

const button = (text, act) => {
  const made = element("button", { type: "button", class: "player__button", text });
  made.addEventListener("click", act);
  return made;
};

const answer = (exercise, form, note) => {
  const kind = kinds[exercise.task.kind];
  const given = kind.read(form);
  if (given === undefined) {
    note.textContent = "Bitte antworten Sie zuerst.";
    return;
  }
  const isRight = kind.judge(exercise.task, given);
  const words = isRight === undefined ? "Bearbeitet" : isRight ? "Richtig" : "Nicht richtig";
  results[current] = isRight === undefined ? "b" : isRight ? "r" : "f";
  const result = isRight === undefined ? "neutral" : isRight ? "correct" : "wrong";
  scorm.report({ id: exercise.id, ...kind.report(exercise.task, given), result });
  for (const input of form.querySelectorAll("input, select, textarea")) input.disabled = true;
  form.querySelector("button").remove();
  note.replaceChildren(
    element("p", { class: "kern-title", text: words }),
    list(kind.feedback(exercise.task, given)),
    element("h3", { class: "kern-title kern-title--small", text: "Lösung" }),
    list(kind.explain(exercise.task)),
    element("p", { class: "block__text", text: exercise.solution, dir: "auto" }),
    element("p", { class: "kern-body kern-body--small", text: exercise.origin }),
  );
  current += 1;
  keep();
  const isLast = current >= exercises.length;
  form.append(button(isLast ? "Zum Ergebnis" : "Nächste Aufgabe", show));
  tell();
};

const tell = () => {
  const done = exercises.length - count("-");
  status.textContent = `${done} von ${exercises.length} Aufgaben bearbeitet, ${points()} von 100 Punkten`;
};

const drawExercise = (exercise) => {
  const form = element("form", { class: "player__form" });
  const note = element("div", { class: "player__note", role: "status" });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(
    element("fieldset", {}, [
      element("legend", { text: exercise.question }),
      ...kinds[exercise.task.kind].draw(exercise.task),
    ]),
    note,
    button("Antwort prüfen", () => answer(exercise, form, note)),
  );
  return [
    element("h2", {
      class: "kern-heading-medium",
      text: `Aufgabe ${current + 1}: ${exercise.title}`,
    }),
    element("p", {
      class: "kern-body kern-body--small",
      text: `${exercise.goal} Etwa ${exercise.minutes} Minuten.`,
    }),
    ...exercise.blocks.map(block),
    form,
  ];
};

const drawResult = () => [
  element("h2", { class: "kern-heading-medium", text: "Ergebnis" }),
  element("p", {
    class: "kern-body",
    text: `${count("r")} richtig, ${count("f")} nicht richtig, ${count("b")} ohne Punkte bearbeitet. Das sind ${points()} von 100 Punkten. Bestanden ist ab ${mastery}.`,
  }),
  element("p", { class: "kern-body", text: "Sie können dieses Fenster schließen." }),
];

const show = () => {
  const exercise = exercises[current];
  place.replaceChildren(...(exercise === undefined ? drawResult() : drawExercise(exercise)));
  tell();
  place.focus();
  window.scrollTo(0, 0);
  if (exercise === undefined) scorm.finish();
};

resume();
if (scorm.get("cmi.core.lesson_status") === "not attempted") keep();
show();
