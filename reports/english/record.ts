import type { Findings } from "../../core/findings.ts";
import type { ModelDescription } from "../../core/model.ts";
import { chapter } from "../html/chapter.ts";
import { descriptions } from "../html/descriptions.ts";
import { markup, nothing, type Html, type Part } from "../html/escape.ts";
import { table } from "../html/table.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decimal, pointInTime } from "./numbers.ts";
import { german } from "./quoted.ts";
import { modelName } from "./words.ts";

/** Everything somebody needs to repeat the run. */
export function record(view: View): Html {
  const { run, suites } = view.findings;
  return chapter(
    chapters.record,
    markup`${descriptions([
      ["Id", markup`<code>${run.id}</code>`],
      ["Begun", pointInTime(run.createdAt)],
      ["Profile", run.profile],
      ["Seed", decimal(run.seed)],
      ["Attempts per combination", decimal(run.attempts)],
      ["Trials planned", decimal(run.plannedTrials)],
      ["Trials answered", decimal(run.completedTrials)],
      ["Trials without an answer", decimal(run.failedTrials)],
      ...Object.entries(run.harness).map(
        ([name, version]) => [name, markup`<code>${version}</code>`] as const,
      ),
    ])}${suites.length === 0 ? nothing : suiteTable(suites)}${modelTable(view)}`,
  );
}

function suiteTable(suites: Findings["suites"]): Html {
  return table<Findings["suites"][number]>({
    caption: "Tasks with version and hash",
    columns: [
      { title: "Task", cell: ({ title }) => german(title) },
      { title: "Name", cell: ({ name }) => markup`<code>${name}</code>` },
      { title: "Version", cell: ({ version }) => version },
      { title: "Cases", cell: ({ cases }) => decimal(cases), numeric: true },
      { title: "Deciding graders", cell: ({ must }) => must.join(", ") },
      { title: "SHA-256", cell: ({ hash }) => markup`<code class="hash">${hash}</code>` },
    ],
    rows: suites,
  });
}

function modelTable(view: View): Html {
  if (view.findings.models.length === 0) return nothing;
  return table<ModelDescription>({
    caption: "Models and baselines as they were asked",
    columns: [
      { title: "Model", cell: ({ id }) => modelName(view, id) },
      { title: "Id", cell: ({ id }) => markup`<code>${id}</code>` },
      {
        title: "Revision",
        cell: ({ revision }) =>
          revision === undefined ? "unknown" : markup`<code class="hash">${revision}</code>`,
      },
      {
        title: "Way",
        cell: ({ way, wayVersion }) => known(way === "unknown" ? way : `${way} ${wayVersion}`),
      },
      { title: "Endpoint", cell: ({ endpoint }) => known(endpoint) },
      { title: "Licence", cell: ({ license }) => known(license) },
    ],
    rows: view.findings.models,
  });
}

/** What the run knows, or that nobody knows. */
function known(text: string | undefined): Part {
  return text === undefined || text === "unknown" ? "unknown" : text;
}
