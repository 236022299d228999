import type { Say } from "../say.ts";
import type { Answering, Findings, VerdictCount } from "../../core/findings.ts";
import { allSuites } from "../labels.ts";
import { inModelOrder, type View } from "../view.ts";
import { chapter } from "./chapter.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { descriptions } from "./descriptions.ts";
import { sectionPart } from "./section-part.ts";
import { signOff } from "./sign-off.ts";
import { speedTable } from "./speed-table.ts";
import { table } from "./table.ts";

/** Everything somebody needs to repeat the run, and what the run cost. */
export function reproducibility(view: View): Html {
  const { say } = view;
  return chapter(
    say.chapters.reproducibility,
    markup`${[
      sectionPart(
        { id: "lauf", title: say.text.theRun },
        descriptions(runFacts(say, view.findings)),
      ),
      sectionPart({ id: "aufgaben", title: say.text.tasksLink }, suiteTable(view)),
      sectionPart(
        { id: "antworten", title: say.text.answersAndTimes },
        markup`${answeringTable(view)}${speedTable(view)}${verdictTable(view)}`,
      ),
      signOff(view),
    ]}`,
  );
}

function runFacts(say: Say, { run }: Findings): (readonly [Part, Part])[] {
  const profile = run.profile === "quick" ? say.text.quickProfile : say.text.fullProfile;
  return [
    [say.text.id, markup`<code>${run.id}</code>`],
    [say.text.begun, say.pointInTime(run.createdAt)],
    [say.text.profile, profile],
    [say.text.seed, say.decimal(run.seed)],
    [say.text.attemptsEach, say.decimal(run.attempts)],
    [say.text.planned, say.decimal(run.plannedTrials)],
    [say.text.answered, say.decimal(run.completedTrials)],
    [
      say.text.fromEarlier,
      run.cachedTrials === undefined ? undefined : say.decimal(run.cachedTrials),
    ],
    [say.text.unanswered, say.decimal(run.failedTrials)],
    [say.text.duration, run.durationMs === undefined ? undefined : say.duration(run.durationMs)],
    [
      say.text.peakMemory,
      run.peakMemoryBytes === undefined ? undefined : say.megabytes(run.peakMemoryBytes),
    ],
    [say.text.costOfModels, run.costEuro === undefined ? undefined : say.euro(run.costEuro)],
    ...Object.entries(run.harness).map(
      ([name, version]) => [say.detailLabel(name), markup`<code>${version}</code>`] as const,
    ),
  ];
}

function suiteTable(view: View): Html {
  const { say } = view;
  if (view.findings.suites.length === 0) return nothing;
  return table({
    caption: say.text.suitesCaption,
    columns: [
      { title: say.text.task, cell: (suite) => view.mark(suite.title) },
      { title: say.text.shortName, cell: (suite) => markup`<code>${suite.name}</code>` },
      { title: say.text.version, cell: (suite) => suite.version },
      { title: say.text.cases, cell: (suite) => say.decimal(suite.cases), numeric: true },
      { title: say.text.deciding, cell: (suite) => suite.must.join(", ") },
      { title: say.text.hints, cell: (suite) => suite.hint.join(", ") || say.text.none },
      {
        title: say.text.checksum,
        cell: (suite) => markup`<code class="hash">${suite.hash}</code>`,
      },
    ],
    rows: view.findings.suites,
  });
}

function answeringTable(view: View): Html {
  const { say } = view;
  const rows = inModelOrder(view, view.findings.answering).filter((row) => row.suite !== allSuites);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return table<Answering>({
    caption: say.text.answeringCaption,
    columns: [
      { title: say.text.model, cell: (row) => labels.model(row.model) },
      { title: say.text.task, cell: (row) => view.task(row.suite) },
      { title: say.text.truncated, cell: (row) => say.outOf(row.truncated, row.n), numeric: true },
      { title: say.text.durationMedian, cell: (row) => time(say, row.medianMs), numeric: true },
      { title: say.text.durationP95, cell: (row) => time(say, row.p95Ms), numeric: true },
      { title: say.text.tokensSent, cell: (row) => tokens(say, row.inputTokens), numeric: true },
      {
        title: say.text.tokensReceived,
        cell: (row) => tokens(say, row.outputTokens),
        numeric: true,
      },
    ],
    rows,
  });
}

function time(say: Say, milliseconds: number | undefined): string {
  return milliseconds === undefined ? say.text.unknown : say.duration(milliseconds);
}

function tokens(say: Say, count: number | undefined): string {
  return count === undefined ? say.text.unknown : say.decimal(count);
}

function verdictTable(view: View): Html {
  const { say } = view;
  const rows = inModelOrder(view, view.findings.verdicts);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return table<VerdictCount>({
    caption: say.text.verdictsCaption,
    columns: [
      { title: say.text.model, cell: (row) => labels.model(row.model) },
      { title: say.text.task, cell: (row) => view.task(row.suite) },
      { title: say.text.prompt, cell: (row) => labels.variant(row.variant) },
      { title: say.text.input, cell: (row) => labels.input(row.input) },
      { title: say.text.trials, cell: (row) => say.decimal(row.trials), numeric: true },
      { title: say.text.passed, cell: (row) => say.decimal(row.passed), numeric: true },
      {
        title: say.text.withoutAnswer,
        cell: (row) => say.decimal(row.infrastructure),
        numeric: true,
      },
      { title: say.text.notJudgeable, cell: (row) => say.decimal(row.graderError), numeric: true },
    ],
    rows,
  });
}
