import type { Gain } from "../../core/findings.ts";
import { differenceBars } from "../charts/difference-bars.ts";
import { allSuites } from "../labels.ts";
import { decimal, points, pointsRange } from "../sentences/numbers.ts";
import {
  decisionSentence,
  gainLabel,
  openSentence,
  trainingGainSentence,
  transferSentence,
} from "../sentences/training-sentences.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { powerColumns } from "./power-part.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { pairOfBars, trainingPairs, type TrainingPair } from "./training-pairs.ts";

/** The training question: what a trained prompt brings, and what the other model brings. */
export function trainingOrModel(view: View): Html {
  const pairs = trainingPairs(view);
  const leading = pairs.filter((pair) => isLeading(pair, pairs));
  return markup`${sectionPart(
    { id: "schulung", title: "Schulung oder anderes Modell" },
    markup`<p class="kern-body">
        Jeder Fall läuft mit dem Prompt, den Beschäftigte ohne Schulung eintippen, und mit dem
        Prompt, den geschulte Beschäftigte eintippen. So steht der Gewinn durch Schulung neben dem
        Gewinn durch ein anderes Modell.
      </p>
      ${pairs.length === 0 ? withoutPair(view) : nothing}`,
  )}${leading.map((pair, index) => pairSection(view, pair, index))}${gainTables(view)}${transferPart(view)}`;
}

/** A pair is drawn over all suites; in a single suite only where there is nothing over all. */
function isLeading(pair: TrainingPair, pairs: readonly TrainingPair[]): boolean {
  const same = pairs.filter((other) => other.small === pair.small && other.large === pair.large);
  return pair.suite === allSuites || !same.some((other) => other.suite === allSuites);
}

function withoutPair(view: View): Html {
  const own = view.findings.gains.filter((gain) => gain.kind === "training-gain");
  const all = own.filter((gain) => gain.suite === allSuites);
  const shown = all.length > 0 ? all : own;
  const sentences = shown.map((gain) => trainingGainSentence(gain, view.labels.model(gain.small)));
  return markup`<p class="kern-body">
    Ob Schulung mehr bringt als ein anderes Modell, lässt sich mit diesem Lauf nicht beantworten:
    Dazu müssen mindestens zwei Modelle mit beiden Prompts gemessen
    sein.${sentences.map((sentence) => ` ${sentence}`)}
  </p>`;
}

function pairSection(view: View, pair: TrainingPair, index: number): Html {
  const { labels } = view;
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const id = `paar-${index + 1}`;
  const gain = pair.gains.find((row) => row.kind === "training-gain");
  const open = openSentence(statementOf(view, pair));
  const decision = [decisionSentence(pair.contrast, names), ...(open === "" ? [] : [open])];
  return sectionPart(
    {
      id,
      title: `${names.small} und ${names.large}${pair.suite === allSuites ? "" : `: ${labels.suite(pair.suite)}`}`,
    },
    markup`
    <p class="kern-body">
      ${decision.join(" ")}
      ${gain === undefined ? "" : trainingGainSentence(gain, names.small)}
    </p>
    <figure class="figure">
      <figcaption class="kern-title kern-title--small">
        Gewinn in Prozentpunkten, ${labels.suite(pair.suite)}
      </figcaption>
      ${differenceBars(pairOfBars(view, pair))}
    </figure>
  `,
  );
}

function statementOf({ findings }: View, { small, large, suite }: TrainingPair) {
  return findings.trainingStatements.find(
    (row) => row.small === small && row.large === large && row.suite === suite,
  );
}

function gainTables(view: View): Html {
  const { gains } = view.findings;
  if (gains.length === 0) return nothing;
  const { labels } = view;
  return markup`${table<Gain>({
    caption: "Schulungs- und Modellgewinne in Prozentpunkten",
    columns: [
      { title: "Größe", cell: (row) => gainLabel(row.kind, pairNames(view, row)) },
      { title: "Aufgabe", cell: (row) => labels.suite(row.suite) },
      { title: "n", cell: (row) => decimal(row.n), numeric: true },
      { title: "Gewinn", cell: (row) => points(row.value), numeric: true },
      { title: "Intervall", cell: (row) => pointsRange(row.low, row.high), numeric: true },
      ...powerColumns<Gain>(view, ({ kind, small, large = "", suite }) => ({
        kind,
        a: small,
        b: large,
        suite,
        within: [],
      })),
    ],
    rows: [
      ...gains.filter((gain) => gain.suite === allSuites),
      ...gains.filter((gain) => gain.suite !== allSuites),
    ],
  })}${methodNote(gains)}`;
}

function pairNames(view: View, gain: Gain): { small: string; large: string } {
  const { labels } = view;
  return { small: labels.model(gain.small), large: labels.model(gain.large ?? gain.small) };
}

function transferPart(view: View): Html {
  const { transfer } = view.findings;
  if (transfer.length === 0) return nothing;
  const { labels } = view;
  const rows = transfer.map((row) => {
    const range = `kleinster Gewinn ${points(row.smallestGain)}, größter ${points(row.largestGain)} Prozentpunkte`;
    return markup`<li>${labels.suite(row.suite)}: ${transferSentence(row)} (${range})</li>`;
  });
  return sectionPart(
    { id: "uebertragung", title: "Wirkt Schulung bei jedem Modell?" },
    markup`
    <ul class="kern-list kern-list--bullet list">
      ${rows}
    </ul>
  `,
  );
}
