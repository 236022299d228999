import type { Gain } from "../../core/findings.ts";
import { differenceBars } from "../charts/difference-bars.ts";
import { allSuites } from "../labels.ts";
import type { View } from "../view.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { powerColumns } from "./power-part.ts";
import { sectionPart } from "./section-part.ts";
import { table } from "./table.ts";
import { pairOfBars, trainingPairs, type TrainingPair } from "./training-pairs.ts";
import { fill } from "../fill.ts";

/** The training question: what a trained prompt brings, and what the other model brings. */
export function trainingOrModel(view: View): Html {
  const { say } = view;
  const pairs = trainingPairs(view);
  const leading = pairs.filter((pair) => isLeading(pair, pairs));
  return markup`${sectionPart(
    { id: "schulung", title: say.text.trainingTitle },
    markup`<p class="kern-body">
        ${say.text.trainingLead}
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
  const { say } = view;
  const own = view.findings.gains.filter((gain) => gain.kind === "training-gain");
  const all = own.filter((gain) => gain.suite === allSuites);
  const shown = all.length > 0 ? all : own;
  const sentences = shown.map((gain) =>
    say.trainingGainSentence(gain, view.labels.model(gain.small)),
  );
  return markup`<p class="kern-body">
    ${say.text.trainingNoPair}${sentences.map((sentence) => ` ${sentence}`)}
  </p>`;
}

function pairSection(view: View, pair: TrainingPair, index: number): Html {
  const { labels, say } = view;
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const id = `paar-${index + 1}`;
  const gain = pair.gains.find((row) => row.kind === "training-gain");
  const open = say.openSentence(statementOf(view, pair));
  const decision = [say.decisionSentence(pair.contrast, names), ...(open === "" ? [] : [open])];
  return sectionPart(
    {
      id,
      title: pairTitle(view, pair),
    },
    markup`
    <p class="kern-body">
      ${decision.join(" ")}
      ${gain === undefined ? "" : say.trainingGainSentence(gain, names.small)}
    </p>
    <figure class="figure">
      <figcaption class="kern-title kern-title--small">
        ${view.mark(fill(say.text.gainIn, view.titled(pair.suite)))}
      </figcaption>
      ${differenceBars(pairOfBars(view, pair), say.points)}
    </figure>
  `,
  );
}

function pairTitle({ labels, say, task }: View, { small, large, suite }: TrainingPair): Part {
  const names = fill(say.text.pairTitle, labels.model(small), labels.model(large));
  return suite === allSuites ? names : markup`${names}: ${task(suite)}`;
}

function statementOf({ findings }: View, { small, large, suite }: TrainingPair) {
  return findings.trainingStatements.find(
    (row) => row.small === small && row.large === large && row.suite === suite,
  );
}

function gainTables(view: View): Html {
  const { say } = view;
  const { gains } = view.findings;
  if (gains.length === 0) return nothing;
  return markup`${table<Gain>({
    caption: say.text.gainsCaption,
    columns: [
      { title: say.text.quantity, cell: (row) => say.gainLabel(row.kind, pairNames(view, row)) },
      { title: say.text.task, cell: (row) => view.task(row.suite) },
      { title: say.text.n, cell: (row) => say.decimal(row.n), numeric: true },
      { title: say.text.gain, cell: (row) => say.points(row.value), numeric: true },
      {
        title: say.text.interval,
        cell: (row) => say.pointsRange(row.low, row.high),
        numeric: true,
      },
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
  })}${methodNote(say, gains)}`;
}

function pairNames(view: View, gain: Gain): { small: string; large: string } {
  const { labels } = view;
  return { small: labels.model(gain.small), large: labels.model(gain.large ?? gain.small) };
}

function transferPart(view: View): Html {
  const { say } = view;
  const { transfer } = view.findings;
  if (transfer.length === 0) return nothing;
  const rows = transfer.map((row) => {
    const range = fill(
      say.text.transferRange,
      say.points(row.smallestGain),
      say.points(row.largestGain),
    );
    return markup`<li>${view.task(row.suite)}: ${say.transferSentence(row)} ${range}</li>`;
  });
  return sectionPart(
    { id: "uebertragung", title: say.text.transferTitle },
    markup`
    <ul class="kern-list kern-list--bullet list">
      ${rows}
    </ul>
  `,
  );
}
