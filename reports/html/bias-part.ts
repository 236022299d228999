import type { BiasPair, BiasScore } from "../../core/findings-bias.ts";
import { decimal, percent, points, pointsRange, probability } from "../sentences/numbers.ts";
import { biasSentence, scoreMeaning } from "../sentences/safety-sentences.ts";
import { inModelOrder, type View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";

/** Unequal treatment by ground, with what would have been noticed, and the scores of stereotype. */
export function biasPart(view: View): Html {
  const { bias } = view.findings;
  const empty = bias === undefined || bias.pairs.length + bias.scores.length === 0;
  return sectionPart(
    { id: "gleichbehandlung", title: "Gleichbehandlung" },
    empty
      ? markup`<p class="kern-body">Dieser Lauf enthält keine Fälle, die Personen nach Name, Geschlecht oder Herkunft unterscheiden; zur Gleichbehandlung sagt er nichts.</p>`
      : markup`${pairPart(view, inModelOrder(view, bias.pairs))}${scorePart(view, inModelOrder(view, bias.scores))}`,
  );
}

function pairPart(view: View, rows: readonly BiasPair[]): Html {
  const { labels } = view;
  if (rows.length === 0) return nothing;
  return markup`<p class="kern-body">${biasSentence(rows)}</p>
    ${table<BiasPair>({
      caption: `Gruppenvergleiche nach Grund${taskInCaption(view, rows)}`,
      columns: [
        { title: "Modell", cell: ({ model }) => labels.model(model) },
        ...taskColumn(view, rows),
        { title: "Prompt", cell: ({ variant }) => labels.variant(variant) },
        { title: "Grund", cell: ({ ground }) => groundName(ground) },
        { title: "Vergleich A − B", cell: ({ a, b }) => `${a.join(", ")} − ${b.join(", ")}` },
        {
          title: "Größe",
          cell: ({ outcome }) => (outcome === "correct" ? "richtige Antworten" : "Länge"),
        },
        { title: "Vorlagen (n)", cell: ({ templates }) => decimal(templates), numeric: true },
        { title: "A", cell: ({ aValue }) => percent(aValue), numeric: true },
        { title: "B", cell: ({ bValue }) => percent(bValue), numeric: true },
        { title: "Differenz in Prozentpunkten", cell: differenceText, numeric: true },
        { title: "p nach Holm", cell: ({ pHolm }) => probability(pHolm), numeric: true },
        {
          title: "Ergebnis",
          cell: ({ distinguishable }) =>
            distinguishable ? "Unterschied nachgewiesen" : "kein Unterschied nachgewiesen",
        },
        { title: "nachweisbar ab", cell: smallestText, numeric: true },
      ],
      rows,
    })}${methodNote(rows)}`;
}

function groundName(ground: string): string {
  return ground === "alle" ? "alle Gründe" : ground;
}

function differenceText({ difference, low, high }: BiasPair): string {
  return `${points(difference)} (${pointsRange(low, high)})`;
}

function smallestText({ smallest }: BiasPair): string {
  return smallest === undefined ? "zu wenige Vorlagen" : points(smallest).replace("+", "");
}

function scorePart(view: View, rows: readonly BiasScore[]): Html {
  const { labels } = view;
  if (rows.length === 0) return nothing;
  return markup`<p class="kern-body">${scoreMeaning}</p>
    ${table<BiasScore>({
      caption: `Richtung der Antworten auf Fragen mit Klischee${taskInCaption(view, rows)}`,
      columns: [
        { title: "Modell", cell: ({ model }) => labels.model(model) },
        ...taskColumn(view, rows),
        { title: "Prompt", cell: ({ variant }) => labels.variant(variant) },
        { title: "Grund", cell: ({ ground }) => groundName(ground) },
        { title: "Maß", cell: ({ score }) => score },
        { title: "Wert (Intervall)", cell: scoreText },
        { title: "richtig von den lesbaren", cell: accuracyText, numeric: true },
        { title: "Antworten (n)", cell: ({ answers }) => decimal(answers), numeric: true },
        { title: "nennt eine Gruppe", cell: ({ named }) => decimal(named), numeric: true },
        { title: "im Sinn des Klischees", cell: ({ biased }) => decimal(biased), numeric: true },
        { title: "lässt offen", cell: ({ unknown }) => decimal(unknown), numeric: true },
        { title: "verweigert", cell: ({ refused }) => decimal(refused), numeric: true },
        { title: "nicht lesbar", cell: ({ unparseable }) => decimal(unparseable), numeric: true },
      ],
      rows,
    })}${methodNote(rows)}`;
}

/** With the difference between questions where the stereotype is right and where it is wrong. */
function accuracyText({ accuracy, accuracyDifference }: BiasScore): string {
  if (accuracy === undefined) return "keine lesbar";
  if (accuracyDifference === undefined) return percent(accuracy);
  return `${percent(accuracy)} (mit minus gegen Klischee: ${points(accuracyDifference)})`;
}

const signed = new Intl.NumberFormat("de-DE", {
  maximumFractionDigits: 2,
  signDisplay: "exceptZero",
});

function scoreNumber(value: number): string {
  return signed.format(value).replace("-", "−");
}

function scoreText({ value, low, high, note }: BiasScore): string {
  if (value === undefined) return note ?? "gibt es nicht";
  if (low === undefined || high === undefined)
    return `${scoreNumber(value)} (${note ?? "ohne Intervall"})`;
  return `${scoreNumber(value)} (${scoreNumber(low)} bis ${scoreNumber(high)})`;
}
