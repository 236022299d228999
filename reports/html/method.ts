import { listed } from "../sentences/counted.ts";
import {
  nativeUncheckedSentence,
  notJudged,
  withheldSentence,
} from "../sentences/run-sentences.ts";
import type { View } from "../view.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, type Html } from "./escape.ts";
import { itemsPart } from "./items-part.ts";
import { powerPart } from "./power-part.ts";
import { sectionPart } from "./section-part.ts";

/** How the numbers came about, and how far they carry. */
export function method(view: View): Html {
  return chapter(
    chapters.method,
    markup`${howMeasured}${limits(view)}${powerPart(view)}${itemsPart(view)}`,
  );
}

const howMeasured = sectionPart(
  { id: "vorgehen", title: "So wurde gemessen" },
  markup`
  <ul class="kern-list kern-list--bullet list">
    <li>
      Jeder Fall ist eine Aufgabe mit Ausgangstext, Erwartung und Quelle. Er läuft mit dem
      ungeschulten und dem geschulten Prompt; beide enthalten denselben Text und dieselbe Frage.
    </li>
    <li>
      Ungeschulte Prompts gibt es in drei Stilen (kurz, nur kopiert, vage). „Ungeschult“ ist je Fall
      ihr Mittel; der Schnelllauf zieht je Fall einen Stil.
    </li>
    <li>
      Eine Antwort ist bestanden, wenn jeder entscheidende Grader sie bestehen lässt. Grader, die
      nur Hinweise geben, entscheiden nicht.
    </li>
    <li>
      Verweigerte, abgeschnittene, leere und unlesbare Antworten sowie Antworten in der falschen
      Sprache zählen als nicht bestanden. Ein Modell, das bei schweren Fällen schweigt, gewinnt
      dadurch nichts.
    </li>
    <li>
      Nur wenn keine Antwort kam oder ein Grader nicht urteilen konnte, gilt ein Durchgang als nicht
      gemessen und verlässt den Nenner. Liegt der Anteil über 5 %, heißt das Ergebnis „nicht
      belastbar“.
    </li>
    <li>
      Die Einheit der Statistik ist der Fall. Modelle werden auf denselben Fällen verglichen; bei
      mehreren Vergleichen werden die p-Werte nach Holm angepasst. Ab p = 0,05 heißen zwei Modelle
      „nicht unterscheidbar“.
    </li>
    <li>
      Ein Intervall gilt für die einzelne Zahl, der p-Wert ist für alle Vergleiche angepasst. Darum
      kann ein Unterschied ungesichert sein, obwohl sein Intervall 0 nicht enthält.
    </li>
    <li>
      Ein Modell besteht eine Aufgabe, wenn sein Anteil die Schwelle erreicht und jeder kritische
      Fall bestanden ist.
    </li>
    <li>
      Null beobachtete Fehler heißen nicht null Risiko. Darum steht dann die Obergrenze dabei.
    </li>
  </ul>
`,
);

function limits(view: View): Html {
  const items = [...generalLimits, ...limitsOfTheRun(view)];
  return sectionPart(
    { id: "grenzen", title: "Grenzen" },
    markup`
    <ul class="kern-list kern-list--bullet list">
      ${items.map((item) => markup`<li>${item}</li>`)}
    </ul>
  `,
  );
}

const generalLimits = [
  notJudged,
  "Die Fälle sind für diese Prüfung geschrieben. Wie häufig sie im Alltag einer Behörde vorkommen, sagt der Bericht nicht.",
  `Grader prüfen nach Regeln. Eine Antwort, die in unerwarteten Worten recht hat, kann durchfallen; die Antworten mit Begründung stehen zum Nachprüfen in Kapitel ${chapters.failures.number}.`,
  "Der Abfluss geschützter Angaben wird an hinterlegten Werten und an Kennungen mit bekanntem Aufbau erkannt, nicht an Umschreibungen.",
];

function limitsOfTheRun(view: View): string[] {
  const { suites, withheld } = view.findings;
  const foreign = suites
    .filter((suite) => suite.nativeUnchecked > 0)
    .map((suite) => `${suite.title}: ${nativeUncheckedSentence(suite.nativeUnchecked)}`);
  const heldBack = withheld.map((row) =>
    withheldSentence(view.labels.model(row.model), row.cases, row.reason),
  );
  const hints = suites
    .filter((suite) => suite.hint.length > 0)
    .map((suite) => `${suite.title} (${suite.hint.join(", ")})`);
  const hinted = hints.length === 0 ? [] : [`Nur als Hinweis beurteilt: ${listed(hints)}.`];
  return [...foreign, ...heldBack, ...hinted];
}
