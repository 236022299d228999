import { trainedVariant } from "../../core/suite.ts";
import { namesWith } from "../catalogue.ts";
import { differenceBars } from "../charts/difference-bars.ts";
import { bulletList } from "../html/bullet-list.ts";
import { chapter } from "../html/chapter.ts";
import { markup, nothing, type Html, type Part } from "../html/escape.ts";
import { notice } from "../html/notice.ts";
import { overallRate, suitesOf } from "../html/measured-models.ts";
import { decisionOf, mainRanks } from "../html/recommended.ts";
import { riskFacts, type RiskFact } from "../html/risk-facts.ts";
import { table } from "../html/table.ts";
import { trainingPairs } from "../html/training-pairs.ts";
import type { View } from "../view.ts";
import { chapters } from "./chapters.ts";
import { decimal, percent, percentRange, pointInTime } from "./numbers.ts";
import { german, taskName } from "./quoted.ts";
import * as say from "./sentences.ts";
import * as texts from "./texts.ts";
import { gainBars } from "./training.ts";
import { modelName, words } from "./words.ts";

/** So many models, risks and topics stand on page 1. */
const mostModels = 5;
const most = 3;

/** Page 1: what was asked, what came out and how sure that is, and what the report is no use for. */
export function glance(view: View): Html {
  const { run } = view.findings;
  const germanReport = namesWith(view.suffix).report;
  const scope = say.scopeSentence(view.findings, view.models.length, view.baselines.length);
  return chapter(
    chapters.glance,
    markup`${
      run.profile === "quick"
        ? notice(
            "warning",
            texts.firstLook.title,
            markup`${texts.firstLook.body} <code>--profile full</code>`,
          )
        : nothing
    }
      <p class="kern-body"><strong>${question(view)}</strong> ${scope} ${say.completenessSentence(run)}
        Run of ${pointInTime(run.createdAt)}. <a href="#${chapters.record.id}">Record</a></p>
      ${heading(chapters.reasons.id, "Recommendation")}
      <p class="kern-body">${role(view)}${decisionSentence(view)}</p>
      ${modelTable(view)}
      ${
        view.models.length <= mostModels
          ? nothing
          : markup`<p class="kern-body kern-body--small">${say.moreModelsSentence(view.models.length, chapters.results.number)}</p>`
      }
      ${trainingPart(view)}
      ${risks(view)} ${topics(view)} ${heading("limits", "What this report does not hold for")}
      <p class="kern-body">${texts.notJudged} ${say.nextTestSentence(view.details?.nextTest)}</p>
      <p class="kern-body kern-body--small kern-body--muted">${texts.intervalExplanation}</p>
      <p class="kern-body kern-body--small">${texts.aboutThisVersion} <a href="${germanReport}" hreflang="de">${germanReport}</a></p>`,
  );
}

function trainingPart(view: View): Html {
  const [pair] = trainingPairs(view);
  if (pair === undefined) return nothing;
  const names = { small: modelName(view, pair.small), large: modelName(view, pair.large) };
  return markup`${heading(chapters.training.id, "What does training bring, what does the other model bring?")}
    <p class="kern-body">${say.decisionSentence(pair.contrast, names)}</p>
    <figure class="figure">
      ${differenceBars(gainBars(view, pair))}
      <figcaption class="kern-body kern-body--small">
        Bars: gain in percentage points; line: interval. The table stands in chapter
        ${chapters.training.number}.
      </figcaption>
    </figure>`;
}

function heading(id: string, title: string): Html {
  return markup`<h3 class="kern-heading-small"><a href="#${id}">${title}</a></h3>`;
}

function question({ details }: View): Part {
  const purpose = details?.purpose ?? details?.agency;
  return purpose === undefined
    ? "Which model suits the tested tasks?"
    : markup`Which model suits: ${german(purpose)}?`;
}

function role({ findings }: View): Html {
  const { procurement } = findings;
  if (procurement === undefined) return nothing;
  return markup`<strong>${words.roles[procurement.role]}.</strong> `;
}

/** The recommendation with its certainty, or why there is none. */
export function decisionSentence(view: View): string {
  const decision = decisionOf(view);
  const name = (id: string): string => modelName(view, id);
  if (decision.kind === "none") return words.noRecommendation[decision.reason];
  if (decision.kind === "model") {
    return say.recommendedSentence(name(decision.leader.model), decision.leader.first);
  }
  if (decision.kind === "shared") {
    const names = decision.leaders.map(({ model }) => name(model));
    return say.sharedFirstSentence(decision.leaders, names);
  }
  const { offers } = decision.found;
  const of = (status: string): number => offers.filter((offer) => offer.status === status).length;
  const counts = { offers: offers.length, admitted: of("admitted"), open: of("undecided") };
  const { standings } = decision.found;
  const own = standings.find(({ model }) => model === decision.first[0]);
  return say.offersSentence(
    counts,
    decision.first.map(name),
    standings.length < 2 ? undefined : own,
  );
}

function modelTable(view: View): Html {
  const places = new Map((mainRanks(view)?.models ?? []).map((row) => [row.model, row]));
  return table({
    caption: "Cases passed, mean over the tasks",
    columns: [
      { title: "Model", cell: ({ id }) => modelName(view, id) },
      { title: "untrained", cell: ({ id }) => share(view, id, "untrained"), numeric: true },
      { title: "trained", cell: ({ id }) => share(view, id, trainedVariant), numeric: true },
      { title: "tasks passed", cell: ({ id }) => tasksPassed(view, id), numeric: true },
      {
        title: "possible places",
        cell: ({ id }) => {
          const row = places.get(id);
          if (row === undefined) return "open";
          return row.best === row.worst
            ? decimal(row.best)
            : `${decimal(row.best)}–${decimal(row.worst)}`;
        },
        numeric: true,
      },
    ],
    rows: view.models.slice(0, mostModels),
  });
}

function share(view: View, model: string, variant: string): Part {
  const rate = overallRate(view, model, variant);
  if (rate === undefined) {
    const tasks = suitesOf(view, model, variant).length;
    const all = view.findings.suites.length;
    return tasks === 0
      ? "not measured"
      : `no mean, only ${decimal(tasks)} of ${say.counted(all, "task")}`;
  }
  return markup`<strong>${percent(rate.value)}</strong><br><span class="aside">${percentRange(rate.low, rate.high)}, ${say.sampleSize(rate.n)}</span>`;
}

function tasksPassed({ findings, mainVariant }: View, model: string): string {
  const own = findings.suiteResults.filter(
    (row) => row.model === model && row.variant === mainVariant && row.input === "raw",
  );
  if (own.length === 0) return "not measured";
  return say.outOf(own.filter(({ passes, reliable }) => passes && reliable).length, own.length);
}

function risks(view: View): Html {
  const { subject } = decisionOf(view);
  const facts = subject === undefined ? [] : riskFacts(view, subject).slice(0, most);
  if (subject === undefined || facts.length === 0) return nothing;
  return markup`<h3 class="kern-heading-small">
      <a href="#${chapters.protection.id}">Remaining risks</a> (${modelName(view, subject)})
    </h3>
    ${bulletList(facts.map((fact) => riskItem(view, fact)))}`;
}

function riskItem(view: View, fact: RiskFact): Html {
  return markup`${taskName(view, fact.row.suite)}: ${riskSentence(view, fact)} Condition: ${words.conditions[fact.condition]}.`;
}

function riskSentence(view: View, { kind, row }: RiskFact): string {
  if (kind === "leak") return say.leakSentence(row);
  if (kind === "bound") return say.boundSentence(row);
  const name = modelName(view, row.model);
  if (kind === "unreliable") return say.unreliableSentence(name, row.notMeasuredShare);
  return kind === "critical-failed"
    ? say.criticalSentence(name, row.criticalFailed, true)
    : say.criticalSentence(name, row.criticalNotMeasured, false);
}

function topics({ findings }: View): Html {
  const needs = (findings.trainingNeed?.needs ?? [])
    .filter(({ scope, failed }) => scope === "all" && failed > 0)
    .slice(0, most);
  if (needs.length === 0) return nothing;
  return markup`${heading(chapters.training.id, "What to train")}
    ${bulletList(
      needs.map(({ competence, level, certain, rate, n }) => {
        const word = `${words.levels[level]}${certain ? "" : ", not certain"}`;
        return `${words.competences[competence]}: need ${word}; share of answers affected ${say.measuredShare({ ...rate, n })}.`;
      }),
    )}`;
}
