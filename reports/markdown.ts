import type { Card } from "../core/card.ts";
import type { Findings } from "../core/findings.ts";
import { trainedVariant } from "../core/suite.ts";
import { fill } from "./fill.ts";
import { resultSentences } from "./html/result-sentences.ts";
import { overallRate } from "./html/measured-models.ts";
import { recommended } from "./html/recommended.ts";
import { risksOf, type Risk } from "./html/risks.ts";
import { leadingPair } from "./html/leading-pair.ts";
import { warnings } from "./html/warnings.ts";
import { allSuites } from "./labels.ts";
import { markdownList, markdownTable, markdownText } from "./markdown/text.ts";
import type { ReportFile } from "./report-file.ts";
import type { Say } from "./say.ts";
import { runTitle } from "./run-title.ts";
import { viewOf, type ReportOptions, type View } from "./view.ts";

/** Page 1 as Markdown, for a merge request or a wiki. Names and titles stay text. */
export function* renderMarkdown(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): Generator<ReportFile, void> {
  const view = viewOf(findings, cards, options);
  const { say } = view;
  const { run } = findings;
  const scope = say.scopeSentence(findings, view.models.length, view.baselines.length);
  const begun = fill(say.text.runOf, say.pointInTime(run.createdAt));
  const parts = [
    `# ${markdownText(runTitle(view).title)}`,
    ...(run.profile === "quick" ? [quickNotice(say)] : []),
    markdownText(`${scope} ${say.completenessSentence(run)} ${begun}`),
    section(say.text.recommendation, markdownText(recommended(view).sentence)),
    section(say.text.measuredHeading, markdownList(resultSentences(view))),
    rateTable(view),
    ...trainingPart(view),
    ...riskPart(view),
    ...needPart(view),
    ...warningPart(view),
    section(say.text.notFor, markdownText(say.notJudged)),
    markdownText(say.intervalExplanation),
  ];
  yield { file: view.file.replace(/html$/u, "md"), content: `${parts.join("\n\n")}\n` };
}

function section(title: string, content: string): string {
  return `## ${title}\n\n${content}`;
}

function quickNotice({ firstLook }: Say): string {
  return `> **${firstLook.title}.** ${markdownText(firstLook.body)} \`--profile full\``;
}

function rateTable(view: View): string {
  const { text, measuredShare } = view.say;
  const share = (model: string, variant: string): string => {
    const rate = overallRate(view, model, variant);
    return rate === undefined ? text.notMeasured : measuredShare(rate);
  };
  return markdownTable(
    [text.model, text.untrained, text.trained],
    view.models.map(({ id }) => [
      view.labels.model(id),
      share(id, "untrained"),
      share(id, trainedVariant),
    ]),
  );
}

function trainingPart(view: View): string[] {
  const { labels, say } = view;
  const pair = leadingPair(view);
  if (pair === undefined) return [];
  const names = { small: labels.model(pair.small), large: labels.model(pair.large) };
  const where =
    pair.suite === allSuites ? "" : `${fill(say.text.inTask, labels.suite(pair.suite))} `;
  const sentence = markdownText(`${where}${say.decisionSentence(pair.contrast, names)}`);
  return [section(say.text.trainingQuestion, sentence)];
}

/** As many as page 1 has. */
const most = 3;

function riskPart(view: View): string[] {
  const { subject } = recommended(view);
  const risks = subject === undefined ? [] : risksOf(view, subject).slice(0, most);
  if (subject === undefined || risks.length === 0) return [];
  const title = `${view.say.text.remainingRisks}: ${markdownText(view.labels.model(subject))}`;
  return [section(title, provedList(view.say, risks))];
}

function needPart({ findings, say }: View): string[] {
  const needs = (findings.trainingNeed?.needs ?? [])
    .filter(({ scope, failed }) => scope === "all" && failed > 0)
    .slice(0, most);
  if (needs.length === 0) return [];
  return [section(say.text.whatToTrain, markdownList(needs.map(say.needSentence)))];
}

function warningPart(view: View): string[] {
  const found = warnings(view);
  return found.length === 0
    ? []
    : [section(view.say.text.watchHeading, provedList(view.say, found))];
}

/** Sentences, each with the chapter that proves it. */
function provedList({ text }: Say, rows: readonly Risk[]): string {
  return markdownList(
    rows.map(({ sentence, chapter }) =>
      fill(text.chapterOfReport, sentence, String(chapter.number)),
    ),
  );
}
