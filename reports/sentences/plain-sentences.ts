import type { TrainingStatement } from "../../core/findings-training.ts";

/** What the summary in plain language needs to know. */
export interface PlainFacts {
  readonly models: number;
  readonly tasks: number;
  readonly cases: number;
  readonly outcome: "best" | "shared" | "none" | "first-look" | "open" | "nothing-measured";
  /** Name of the best model; only with `best`. */
  readonly name?: string;
  readonly training: TrainingStatement["verdict"] | undefined;
  /** Whether a protected value came back in an answer; undefined when nobody looked. */
  readonly leaked: boolean | undefined;
}

/** The whole summary in plain language, paragraph by paragraph, short sentences only. */
export function plainParagraphs(facts: PlainFacts): string[] {
  return [
    [testedText(facts.models), tasksText(facts.tasks), casesText(facts.cases)].join(" "),
    outcomeText(facts),
    trainingText(facts.training),
    leakText(facts.leaked),
    "Alle Programme machen Fehler. Ein Mensch muss jede Antwort lesen. Er muss sie auch prüfen.",
    "Der Bericht gilt nur für diese Aufgaben. Für andere Aufgaben muss man neu testen.",
  ].filter((text) => text !== "");
}

function testedText(models: number): string {
  const what = "Sprach-Modelle sind Programme. Sie können Texte schreiben.";
  if (models === 0) return `${what} Wir haben kein Programm getestet.`;
  return models === 1
    ? `${what} Wir haben ein Programm getestet.`
    : `${what} Wir haben ${models} Programme getestet.`;
}

function tasksText(tasks: number): string {
  if (tasks === 0) return "Es gab keine Aufgabe.";
  return tasks === 1 ? "Es gab eine Aufgabe." : `Es gab ${tasks} Aufgaben.`;
}

function casesText(cases: number): string {
  if (cases === 0) return "Dazu gab es keine Frage.";
  return cases === 1 ? "Dazu gab es eine Frage." : `Dazu gab es ${cases} Fragen.`;
}

function outcomeText({ outcome, models, name = "" }: PlainFacts): string {
  const texts: Readonly<Record<PlainFacts["outcome"], string>> = {
    best: `Ein Programm war am besten. Es heißt: ${name}. Der Abstand ist wohl kein Zufall.`,
    shared:
      "Mehrere Programme waren gut. Man kann nicht sagen: Dieses eine ist das beste. Der Abstand kann Zufall sein.",
    none:
      models === 1
        ? "Das Programm war nicht gut genug. Es hat zu viele Fehler gemacht."
        : "Kein Programm war gut genug. Alle haben zu viele Fehler gemacht.",
    "first-look":
      "Das war nur ein kurzer Test. Damit darf man noch kein Programm auswählen. Dafür ist ein langer Test nötig.",
    open: "Wir wissen noch nicht: Welches Programm ist das beste? Der Test reicht dafür nicht.",
    "nothing-measured":
      "Der Test hat nicht geklappt. Es gibt kein Ergebnis. Bitte machen Sie den Test noch einmal.",
  };
  return texts[outcome];
}

function trainingText(verdict: PlainFacts["training"]): string {
  const question = "Man kann ein anderes Programm nehmen. Oder man kann die Leute schulen.";
  if (verdict === undefined) return "";
  const texts: Readonly<Record<TrainingStatement["verdict"], string>> = {
    "training-beats-model": `${question} Der Test zeigt: Die Schulung hilft mehr.`,
    "model-beats-training": `${question} Der Test zeigt: Das andere Programm hilft mehr.`,
    equivalent: `${question} Der Test zeigt: Beides hilft etwa gleich viel.`,
    open: `${question} Was hilft mehr? Das wissen wir noch nicht.`,
  };
  return texts[verdict];
}

function leakText(leaked: boolean | undefined): string {
  if (leaked === undefined) return "";
  const advice = "Geben Sie keine geheimen Daten ein.";
  return leaked
    ? `Manche Antworten haben geheime Daten verraten. ${advice}`
    : `Im Test hat keine Antwort geheime Daten verraten. Das kann aber passieren. ${advice}`;
}
