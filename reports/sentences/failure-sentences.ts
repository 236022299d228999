import { agree, counted } from "./counted.ts";
import { decimal } from "./numbers.ts";

/** How many failures stand in the report, by which rule, and where the others are. */
export function hiddenFailuresSentence(shown: number, all: number, folder = "faelle"): string {
  const hidden = all - shown;
  if (hidden <= 0) {
    return `Gezeigt ${agree(all, "wird der", "werden alle")} ${agree(all, "eine nicht bestandene Durchgang", `${decimal(all)} nicht bestandenen Durchgänge`)}.`;
  }
  return `Gezeigt ${agree(shown, "wird", "werden")} ${decimal(shown)} von ${decimal(all)} nicht bestandenen Durchgängen, höchstens 400 und höchstens so viele, dass der Bericht handlich bleibt: zuerst kritische und schwere Fälle, bei gleicher Schwere reihum aus jeder Aufgabe und von jedem Modell. ${agree(hidden, "Der weitere", `Die weiteren ${decimal(hidden)}`)} ${agree(hidden, "steht", "stehen")} in Dateien im Ordner „${folder}“ neben diesem Bericht.`;
}

/** What of the catalogue is printed; for readers of paper only. */
export function printedFailuresSentence(perTask: number, file: string): string {
  const most = agree(
    perTask,
    "die eine folgenreichste Antwort",
    `die ${decimal(perTask)} folgenreichsten Antworten`,
  );
  return `Gedruckt ${agree(perTask, "wird", "werden")} je Aufgabe ${most}, ohne die Antworten zum Vergleich; alle stehen mit diesen in der Datei „${file}“.`;
}

/** `4 von 4 (schwerwiegend)`: the severity of a case in words. */
export function severityLabel(severity: number): string {
  const word = ["harmlos", "lästig", "ernst", "schwerwiegend"][severity - 1];
  return `${decimal(severity)} von 4${word === undefined ? "" : ` (${word})`}`;
}

/** For models without a failure; where nothing was judged, nothing is said to have passed. */
export function noFailureSentence(passed: number, chapter: number): string {
  if (passed === 0) return "Es liegt keine beurteilte Antwort eines Modells vor.";
  const all = agree(
    passed,
    "Die eine beurteilte Antwort der Modelle ist bestanden.",
    `Alle ${counted(passed, "answer")} der Modelle sind bestanden.`,
  );
  return `${all} Das heißt nicht, dass die Modelle fehlerfrei sind: Wie weit die Intervalle reichen, steht in Kapitel ${chapter}.`;
}

/** `Häufigster Befund …: falsch oder unvollständig (45 von 49).` */
export function commonestFailureSentence(title: string, count: number, all: number): string {
  return `Häufigster Befund in nicht bestandenen Antworten der Modelle: ${title} (${decimal(count)} von ${decimal(all)}).`;
}

/** `Häufigste Fehlerart je Aufgabe: „Recherche“: erfunden (3 von 10 Durchgängen).` */
export function commonestByTaskSentence(
  rows: readonly {
    readonly task: string;
    readonly title: string;
    readonly count: number;
    readonly judged: number;
  }[],
): string {
  const parts = rows.map(
    ({ task, title, count, judged }) =>
      `„${task}“: ${title} (${decimal(count)} von ${decimal(judged)} ${agree(judged, "Durchgang", "Durchgängen")})`,
  );
  return `Häufigste Fehlerart je Aufgabe: ${parts.join("; ")}.`;
}
