import type { Card } from "../core/card.ts";
import type { Findings, Rate } from "../core/findings.ts";
import type { ModelDescription } from "../core/model.ts";
import type { ReportDetails } from "../core/report-details.ts";
import { noVariant, trainedVariant } from "../core/suite.ts";
import { namesWith, nameSuffix, planCatalogue, type Catalogue } from "./catalogue.ts";
import type { CatalogueWords } from "./catalogue-words.ts";
import type { Part } from "./html/escape.ts";
import { allSuites, type Labels } from "./labels.ts";
import { languages } from "./languages.ts";
import { markerOf } from "./mark-titles.ts";
import type { Language } from "./language.ts";
import type { Say } from "./say.ts";

/** What every chapter is given: the findings, and how to speak of what is in them. */
export interface View {
  readonly findings: Findings;
  readonly cards: readonly Card[];
  readonly labels: Labels;
  /** Everything the report says itself, in its language. */
  readonly say: Say;
  /** What the catalogue of failures says itself, in the language of the report. */
  readonly words: CatalogueWords;
  /** A sentence; titles of tasks in it are marked where they are in another language. */
  readonly mark: (text: string) => Part;
  /** The title of a task, marked in the same way. */
  readonly task: (suite: string) => Part;
  /** The title of a task within a sentence, in quotation marks where the language needs them. */
  readonly titled: (suite: string) => string;
  /** Real models, in the order of every table. */
  readonly models: readonly ModelDescription[];
  readonly baselines: readonly ModelDescription[];
  /** The prompt variant that page 1 speaks of: `trained`, or the first one the run has. */
  readonly mainVariant: string;
  readonly details: ReportDetails | undefined;
  readonly anonymous: boolean;
  readonly masked: boolean;
  /** What the names of the report's files end with. */
  readonly suffix: string;
  /** Which failure card stands in which file. */
  readonly catalogue: Catalogue;
  /** The file that is being written, as the catalogue names it. */
  readonly file: string;
}

/** What a report is given besides the findings. */
export interface ReportOptions {
  readonly details?: ReportDetails | undefined;
  /** The findings are anonymised: file names say so, and page 1 does. */
  readonly anonymous?: boolean;
  /** Texts are masked: file names say so, and page 1 does. */
  readonly masked?: boolean;
  /** German where nothing else is said. */
  readonly language?: Language;
}

export function viewOf(
  findings: Findings,
  cards: readonly Card[],
  options: ReportOptions = {},
): View {
  const { details, anonymous = false, masked = false, language = "de" } = options;
  const suffix = nameSuffix(options);
  const say = languages[language];
  const labels = say.labelsOf(findings, anonymous);
  const mark = markerOf(findings, say);
  const models = findings.models.filter((model) => model.kind === "model");
  const ids = new Set(models.map(({ id }) => id));
  const catalogue = planCatalogue(
    cards.filter((card) => ids.has(card.model)),
    namesWith(suffix, language),
  );
  return {
    findings,
    cards,
    labels,
    say,
    words: say.catalogue,
    mark,
    task: (suite) => mark(labels.suite(suite)),
    titled: (suite) =>
      suite === allSuites ? labels.suite(suite) : say.titled(labels.suite(suite)),
    models,
    baselines: findings.models.filter((model) => model.kind === "baseline"),
    mainVariant: mainVariant(findings),
    details,
    anonymous,
    masked,
    suffix,
    catalogue,
    file: catalogue.names.report,
  };
}

/** The rate of a model over all suites, or in one, on the original texts. */
export function rateOf(
  view: View,
  wanted: { readonly model: string; readonly variant: string; readonly suite?: string },
): Rate | undefined {
  const suite = wanted.suite ?? allSuites;
  return view.findings.rates.find(
    (rate) =>
      rate.suite === suite &&
      rate.model === wanted.model &&
      rate.variant === wanted.variant &&
      rate.input === "raw",
  );
}

/** Puts rows about models into the order of every table. */
export function inModelOrder<Row extends { readonly model: string }>(
  view: View,
  rows: readonly Row[],
): Row[] {
  return view.findings.models.flatMap((model) => rows.filter((row) => row.model === model.id));
}

function mainVariant(findings: Findings): string {
  const variants = findings.rates.map((rate) => rate.variant).filter((name) => name !== noVariant);
  if (variants.includes(trainedVariant)) return trainedVariant;
  return variants[0] ?? trainedVariant;
}
