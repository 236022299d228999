import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { trainedVariant } from "../core/suite.ts";
import { resultSentences } from "./html/result-sentences.ts";
import { overallRate } from "./html/measured-models.ts";
import { trainingPairs } from "./html/training-pairs.ts";
import { warnings } from "./html/warnings.ts";
import { allSuites } from "./labels.ts";
import { markdownList, markdownTable, markdownText } from "./markdown/text.ts";
import type { ReportFile } from "./report-file.ts";
import { measuredShare } from "./sentences/measured.ts";
import { pointInTime } from "./sentences/numbers.ts";
import {
  completenessSentence,
  firstLook,
  intervalExplanation,
  notJudged,
  scopeSentence,
} from "./sentences/run-sentences.ts";
import { decisionSentence } from "./sentences/training-sentences.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/** Page 1 as Markdown, for a merge request or a wiki. Names and titles stay text. */
export function* renderMarkdown(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view = viewOf(findings, cards, options);
  const { suffix } = view;
  const { run } = findings;
  const scope = scopeSentence(findings, view.models.length, view.baselines.length);
  const parts = [
    `# ${markdownText(run.title)}`,
    ...(run.profile === "quick" ? [quickNotice] : []),
    markdownText(`${scope} ${completenessSentence(run)} Lauf vom ${pointInTime(run.createdAt)}.`),
    `## Was gemessen wurde\n\n${markdownList(resultSentences(view))}`,
    rateTable(view),
    ...trainingPart(view),
    ...warningPart(view),
    `## Dafür gilt der Bericht nicht\n\n${markdownText(notJudged)}`,
    markdownText(intervalExplanation),
  ];
  yield { file: `report${suffix}.md`, content: `${parts.join("\n\n")}\n` };
}

const quickNotice = `> **${firstLook.title}.** ${markdownText(firstLook.body)} \`--profile full\``;

function rateTable(view: View): string {
  const share = (model: string, variant: string): string => {
    const rate = overallRate(view, model, variant);
    return rate === undefined ? "nicht gemessen" : measuredShare(rate);
  };
  return markdownTable(
    ["Modell", "ungeschult", "geschult"],
    view.models.map(({ id }) => [
      view.labels.model(id),
      share(id, "untrained"),
      share(id, trainedVariant),
    ]),
  );
}

function trainingPart(view: View): string[] {
  const [pair] = trainingPairs(view);
  if (pair === undefined) return [];
  const { labels } = view;
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const where = pair.suite === allSuites ? "" : `In „${labels.suite(pair.suite)}“: `;
  const sentence = markdownText(`${where}${decisionSentence(pair.contrast, names)}`);
  return [`## Was bringt Schulung, was bringt das andere Modell?\n\n${sentence}`];
}

function warningPart(view: View): string[] {
  const found = warnings(view).map(
    ({ sentence, chapter }) => `${sentence} (Kapitel ${chapter.number} des Berichts)`,
  );
  return found.length === 0 ? [] : [`## Worauf zu achten ist\n\n${markdownList(found)}`];
}
