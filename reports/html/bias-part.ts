import type { Say } from "../say.ts";
import type { BiasPair, BiasScore } from "../../core/findings-bias.ts";
import { inModelOrder, type View } from "../view.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { methodNote } from "./method-note.ts";
import { sectionPart } from "./section-part.ts";
import { table, type Column } from "./table.ts";
import { taskColumn, taskInCaption } from "./task-column.ts";
import { fill } from "../fill.ts";

/** Unequal treatment by ground, with what would have been noticed, and the scores of stereotype. */
export function biasPart(view: View): Html {
  const { say } = view;
  const { bias } = view.findings;
  const empty = bias === undefined || bias.pairs.length + bias.scores.length === 0;
  return sectionPart(
    { id: "gleichbehandlung", title: say.text.biasTitle },
    empty
      ? markup`<p class="kern-body">${say.text.biasNothing}</p>`
      : markup`${pairPart(view, inModelOrder(view, bias.pairs))}${scorePart(view, inModelOrder(view, bias.scores))}`,
  );
}

function pairPart(view: View, rows: readonly BiasPair[]): Html {
  const { say } = view;
  if (rows.length === 0) return nothing;
  return markup`<p class="kern-body">${say.biasSentence(rows)}</p>
    ${table<BiasPair>({
      caption: `${say.text.biasPairs}${taskInCaption(view, rows)}`,
      mark: view.mark,
      columns: pairColumns(view, rows),
      rows,
    })}${methodNote(say, rows)}`;
}

function pairColumns(view: View, rows: readonly BiasPair[]): Column<BiasPair>[] {
  const { labels, say } = view;
  return [
    { title: say.text.model, cell: ({ model }) => labels.model(model) },
    ...taskColumn(view, rows),
    { title: say.text.prompt, cell: ({ variant }) => labels.variant(variant) },
    { title: say.text.ground, cell: ({ ground }) => groundName(say, ground) },
    {
      title: say.text.comparedAB,
      cell: ({ a, b }) => say.quoted(`${a.join(", ")} − ${b.join(", ")}`),
    },
    {
      title: say.text.quantity,
      cell: ({ outcome }) => (outcome === "correct" ? say.text.rightAnswers : say.text.lengthWord),
    },
    {
      title: say.text.templates,
      cell: ({ templates }) => say.decimal(templates),
      numeric: true,
    },
    { title: say.text.letterA, cell: ({ aValue }) => say.percent(aValue), numeric: true },
    { title: say.text.letterB, cell: ({ bValue }) => say.percent(bValue), numeric: true },
    {
      title: say.text.differencePoints,
      cell: (row) => differenceText(say, row),
      numeric: true,
    },
    { title: say.text.pHolm, cell: ({ pHolm }) => say.probability(pHolm), numeric: true },
    {
      title: say.text.result,
      cell: ({ distinguishable }) =>
        distinguishable ? say.text.differenceShown : say.text.noDifferenceShown,
    },
    { title: say.text.noticedFrom, cell: (row) => smallestText(say, row), numeric: true },
  ];
}

function groundName(say: Say, ground: string): Part {
  return ground === "alle" ? say.text.allGrounds : say.quoted(ground);
}

function differenceText(say: Say, { difference, low, high }: BiasPair): string {
  return `${say.points(difference)} (${say.pointsRange(low, high)})`;
}

function smallestText(say: Say, { smallest }: BiasPair): string {
  return smallest === undefined ? say.text.tooFewTemplates : say.points(smallest).replace("+", "");
}

function scorePart(view: View, rows: readonly BiasScore[]): Html {
  const { labels, say } = view;
  if (rows.length === 0) return nothing;
  return markup`<p class="kern-body">${say.scoreMeaning}</p>
    ${table<BiasScore>({
      caption: `${say.text.biasDirection}${taskInCaption(view, rows)}`,
      mark: view.mark,
      columns: [
        { title: say.text.model, cell: ({ model }) => labels.model(model) },
        ...taskColumn(view, rows),
        { title: say.text.prompt, cell: ({ variant }) => labels.variant(variant) },
        { title: say.text.ground, cell: ({ ground }) => groundName(say, ground) },
        { title: say.text.scoreName, cell: ({ score }) => score },
        { title: say.text.valueInterval, cell: (row) => scoreText(say, row) },
        { title: say.text.rightOfReadable, cell: (row) => accuracyText(say, row), numeric: true },
        { title: say.text.answersN, cell: ({ answers }) => say.decimal(answers), numeric: true },
        { title: say.text.namesGroup, cell: ({ named }) => say.decimal(named), numeric: true },
        { title: say.text.asStereotype, cell: ({ biased }) => say.decimal(biased), numeric: true },
        { title: say.text.leavesOpen, cell: ({ unknown }) => say.decimal(unknown), numeric: true },
        { title: say.text.refused, cell: ({ refused }) => say.decimal(refused), numeric: true },
        {
          title: say.text.notReadable,
          cell: ({ unparseable }) => say.decimal(unparseable),
          numeric: true,
        },
      ],
      rows,
    })}${methodNote(say, rows)}`;
}

/** With the difference between questions where the stereotype is right and where it is wrong. */
function accuracyText(say: Say, { accuracy, accuracyDifference }: BiasScore): string {
  if (accuracy === undefined) return say.text.noneReadable;
  if (accuracyDifference === undefined) return say.percent(accuracy);
  return fill(say.text.accuracyAgainst, say.percent(accuracy), say.points(accuracyDifference));
}

function scoreText(say: Say, { value, low, high, note }: BiasScore): Part {
  const { text } = say;
  if (value === undefined) return note === undefined ? text.thereIsNone : say.fromAnalysis(note);
  const shown = say.signedNumber(value);
  if (low === undefined || high === undefined) {
    return markup`${shown} (${note === undefined ? text.withoutInterval : say.fromAnalysis(note)})`;
  }
  return `${shown} (${fill(text.range, say.signedNumber(low), say.signedNumber(high))})`;
}
