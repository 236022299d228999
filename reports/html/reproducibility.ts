import type { Answering, Findings, VerdictCount } from "../../core/findings.ts";
import { detailLabel, allSuites } from "../labels.ts";
import { outOf } from "../sentences/measured.ts";
import { decimal, duration, euro, megabytes, pointInTime } from "../sentences/numbers.ts";
import { inModelOrder, type View } from "../view.ts";
import { chapter, chapters } from "./chapter.ts";
import { markup, nothing, type Html, type Part } from "./escape.ts";
import { descriptions } from "./descriptions.ts";
import { sectionPart } from "./section-part.ts";
import { signOff } from "./sign-off.ts";
import { speedTable } from "./speed-table.ts";
import { table } from "./table.ts";

/** Everything somebody needs to repeat the run, and what the run cost. */
export function reproducibility(view: View): Html {
  return chapter(
    chapters.reproducibility,
    markup`${[
      sectionPart({ id: "lauf", title: "Der Lauf" }, descriptions(runFacts(view.findings))),
      sectionPart({ id: "aufgaben", title: "Aufgaben" }, suiteTable(view)),
      sectionPart(
        { id: "antworten", title: "Antworten und Zeiten" },
        markup`${answeringTable(view)}${speedTable(view)}${verdictTable(view)}`,
      ),
      signOff(view),
    ]}`,
  );
}

function runFacts({ run }: Findings): (readonly [string, Part])[] {
  const profile = run.profile === "quick" ? "Schnelllauf (quick)" : "vollständig (full)";
  return [
    ["Kennung", markup`<code>${run.id}</code>`],
    ["Begonnen", pointInTime(run.createdAt)],
    ["Profil", profile],
    ["Startwert", decimal(run.seed)],
    ["Versuche je Kombination", decimal(run.attempts)],
    ["Durchgänge geplant", decimal(run.plannedTrials)],
    ["Durchgänge beantwortet", decimal(run.completedTrials)],
    [
      "Davon Antworten früherer Läufe",
      run.cachedTrials === undefined ? undefined : decimal(run.cachedTrials),
    ],
    ["Durchgänge ohne Antwort", decimal(run.failedTrials)],
    ["Dauer", run.durationMs === undefined ? undefined : duration(run.durationMs)],
    [
      "Speicher in der Spitze",
      run.peakMemoryBytes === undefined ? undefined : megabytes(run.peakMemoryBytes),
    ],
    [
      "Kosten der Modelle mit bekanntem Preis",
      run.costEuro === undefined ? undefined : euro(run.costEuro),
    ],
    ...Object.entries(run.harness).map(
      ([name, version]) => [detailLabel(name), markup`<code>${version}</code>`] as const,
    ),
  ];
}

function suiteTable(view: View): Html {
  if (view.findings.suites.length === 0) return nothing;
  return table({
    caption: "Geprüfte Aufgaben mit Version und Prüfsumme",
    columns: [
      { title: "Aufgabe", cell: (suite) => suite.title },
      { title: "Kurzname", cell: (suite) => markup`<code>${suite.name}</code>` },
      { title: "Version", cell: (suite) => suite.version },
      { title: "Fälle", cell: (suite) => decimal(suite.cases), numeric: true },
      { title: "entscheidende Grader", cell: (suite) => suite.must.join(", ") },
      { title: "Hinweise", cell: (suite) => suite.hint.join(", ") || "keine" },
      {
        title: "Prüfsumme (SHA-256)",
        cell: (suite) => markup`<code class="hash">${suite.hash}</code>`,
      },
    ],
    rows: view.findings.suites,
  });
}

function answeringTable(view: View): Html {
  const rows = inModelOrder(view, view.findings.answering).filter((row) => row.suite !== allSuites);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return table<Answering>({
    caption: "Länge und Dauer der Antworten",
    columns: [
      { title: "Modell", cell: (row) => labels.model(row.model) },
      { title: "Aufgabe", cell: (row) => labels.suite(row.suite) },
      { title: "abgeschnitten", cell: (row) => outOf(row.truncated, row.n), numeric: true },
      { title: "Dauer, Median", cell: (row) => time(row.medianMs), numeric: true },
      { title: "Dauer, 95 % unter", cell: (row) => time(row.p95Ms), numeric: true },
      { title: "Token gesendet", cell: (row) => tokens(row.inputTokens), numeric: true },
      { title: "Token erhalten", cell: (row) => tokens(row.outputTokens), numeric: true },
    ],
    rows,
  });
}

function time(milliseconds: number | undefined): string {
  return milliseconds === undefined ? "unbekannt" : duration(milliseconds);
}

function tokens(count: number | undefined): string {
  return count === undefined ? "unbekannt" : decimal(count);
}

function verdictTable(view: View): Html {
  const rows = inModelOrder(view, view.findings.verdicts);
  if (rows.length === 0) return nothing;
  const { labels } = view;
  return table<VerdictCount>({
    caption: "Durchgänge nach Urteil",
    columns: [
      { title: "Modell", cell: (row) => labels.model(row.model) },
      { title: "Aufgabe", cell: (row) => labels.suite(row.suite) },
      { title: "Prompt", cell: (row) => labels.variant(row.variant) },
      { title: "Eingabe", cell: (row) => labels.input(row.input) },
      { title: "Durchgänge", cell: (row) => decimal(row.trials), numeric: true },
      { title: "bestanden", cell: (row) => decimal(row.passed), numeric: true },
      { title: "ohne Antwort", cell: (row) => decimal(row.infrastructure), numeric: true },
      { title: "nicht beurteilbar", cell: (row) => decimal(row.graderError), numeric: true },
    ],
    rows,
  });
}
