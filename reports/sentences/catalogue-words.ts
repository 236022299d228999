import type { CatalogueWords } from "../catalogue-words.ts";
import { markup, type Html } from "../html/escape.ts";
import { failureClassLabel } from "../labels.ts";
import { recogniseSentences } from "../recognise.ts";
import { counted } from "./counted.ts";
import {
  hiddenFailuresSentence,
  noFailureSentence,
  printedFailuresSentence,
  severityLabel,
} from "./failure-sentences.ts";
import { decimal } from "./numbers.ts";

const languages = new Intl.DisplayNames("de-DE", { type: "language", fallback: "none" });

/** The catalogue of failures in German. */
export const germanCatalogue: CatalogueWords = {
  language: "de",
  quoted: (text) => text,
  failureClass: failureClassLabel,
  advice: recogniseSentences,
  number: decimal,
  severity: severityLabel,
  leftOut,
  leftOutAtEnd,
  chapter: {
    shown: hiddenFailuresSentence,
    printed: printedFailuresSentence,
    marked:
      "Markiert sind die Stellen der Antwort, auf die sich das Urteil stützt. Was Vergleichswerte nicht bestehen, ist nicht aufgeführt.",
    none: noFailureSentence,
    once: "Jede Antwort zählt einmal, unter ihrem schwersten Befund. Eine abgeschnittene Antwort, die auch geschützte Angaben enthält, steht unter Datenabfluss; deshalb können auf Seite 1 mehr Antworten abgeschnitten sein als hier.",
    byClass: "Nicht bestandene Durchgänge nach Art des Befunds",
    byTask: "Nicht bestandene Durchgänge nach Aufgabe",
    bySeverity: "Nicht bestandene Durchgänge nach Schwere",
    kind: "Befund",
    meaning: "Bedeutung",
    task: "Aufgabe",
    severity: "Schwere",
    critical: "kritischer Fall",
    together: "zusammen",
  },
  card: {
    case: "Fall",
    attempt: (number) => `Versuch ${decimal(number)}`,
    facts: ({ severity, critical, language }, input) =>
      [
        `${input}, Schwere ${decimal(severity)} von 4`,
        ...(critical ? ["kritisch"] : []),
        ...(language === "de" ? [] : [`Sprache der Antwort: ${languageName(language)}`]),
      ].join(", "),
    question: "Frage",
    reference: "Musterantwort",
    text: "Ausgangstext",
    source: "Quelle",
    answer: "Antwort",
    why: "Warum falsch",
    recognise: "So erkennen Sie es",
    empty: "Die Antwort ist leer.",
    notKept: "Die Antwort wurde nicht aufbewahrt.",
    masked: "geschwärzt",
    maskNote: (names, details) => {
      const what = [
        ...(names ? ["ein Modell oder einen Anbieter"] : []),
        ...(details ? ["geschützte Angaben"] : []),
      ];
      return `Die Antwort nennt ${what.join(" oder ")}.`;
    },
  },
  beside: {
    title: (count) => `Zum Vergleich: ${counted(count, "other-answer")} auf denselben Fall`,
    note: "Unterstrichen sind links Wörter, die in keiner der anderen Antworten an dieser Stelle stehen, daneben Wörter, die in der beanstandeten Antwort dort fehlen.",
    own: "Diese Antwort",
    link: "zu dieser Antwort",
    passed: "bestanden",
    notMeasured: "nicht beurteilt",
  },
  filter: {
    title: "Fehlerkatalog filtern und ordnen",
    all: "alle",
    kind: "Befund",
    model: "Modell",
    task: "Aufgabe",
    severity: "Schwere",
    order: "Reihenfolge der Fälle",
    asInReport: "wie im Bericht, schwere zuerst",
    byCase: "nach Fall, A bis Z",
    byCount: "meiste Treffer zuerst",
    reset: "Alle zeigen",
    hits: "Treffer: # von ##",
  },
  page: {
    kind: "Fehlerkatalog",
    line: "Amtsprobe · Fehlerkatalog zum Prüfbericht",
    more: "Weitere nicht bestandene Antworten",
    single: (count) => `Die Antworten einzeln (${decimal(count)})`,
    back: "Zurück zum Bericht",
    belongs: [
      "Diese Seite gehört zum",
      "Prüfbericht",
      ". Sie enthält Antworten, für die dort kein Platz ist.",
    ],
    part: (number, of) => `Teil ${decimal(number)} von ${decimal(of)}`,
  },
};

/** What stands for a left-out stretch of a text; marked as German, whatever the text is. */
export function leftOut(characters: number): Html {
  return markup`<span class="gap" lang="de">[… ${counted(characters, "character")} ausgelassen …]</span>`;
}

/** The same after an excerpt. */
function leftOutAtEnd(characters: number): Html {
  return markup`<span class="gap" lang="de"> [… ${counted(characters, "character")} ausgelassen]</span>`;
}

/** `Türkisch`; the code itself where it has no name. */
function languageName(language: string): string {
  if (!/^[a-z]{2,3}$/u.test(language)) return language;
  return languages.of(language) ?? language;
}
