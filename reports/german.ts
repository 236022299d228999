import { abbreviationsOf } from "./html/abbreviated.ts";
import { chaptersWith } from "./html/chapter.ts";
import { nothing, type Html, type Part } from "./html/escape.ts";
import {
  dataClassLabel,
  detailLabel,
  failureClassLabel,
  graderLabel,
  labelsFor,
  parameterLabel,
  type Labels,
  type Named,
} from "./labels.ts";
import { germanCatalogue } from "./sentences/catalogue-words.ts";
import * as comparison from "./sentences/comparison-sentences.ts";
import * as counted from "./sentences/counted.ts";
import * as examples from "./sentences/example-sentences.ts";
import * as failures from "./sentences/failure-sentences.ts";
import * as glance from "./sentences/glance-sentences.ts";
import * as hygiene from "./sentences/hygiene-sentences.ts";
import * as items from "./sentences/item-sentences.ts";
import * as measured from "./sentences/measured.ts";
import * as need from "./sentences/need-sentences.ts";
import * as notices from "./sentences/notice-sentences.ts";
import * as numbers from "./sentences/numbers.ts";
import * as plain from "./sentences/plain-sentences.ts";
import * as power from "./sentences/power-sentences.ts";
import * as picture from "./sentences/price-performance-sentences.ts";
import * as procurement from "./sentences/procurement-sentences.ts";
import * as protection from "./sentences/protection-sentences.ts";
import * as rank from "./sentences/rank-sentences.ts";
import * as recommendation from "./sentences/recommendation-sentences.ts";
import * as reliability from "./sentences/reliability-sentence.ts";
import * as runComparison from "./sentences/run-comparison-sentences.ts";
import * as run from "./sentences/run-sentences.ts";
import * as safety from "./sentences/safety-sentences.ts";
import * as training from "./sentences/training-sentences.ts";
import type { Language } from "./language.ts";
import abbreviations from "./words/abbreviations.json" with { type: "json" };
import chapters from "./words/chapters.json" with { type: "json" };
import glossary from "./words/glossary.json" with { type: "json" };
import procurementWords from "./words/procurement.json" with { type: "json" };
import conditions from "./words/risks.json" with { type: "json" };
import texts from "./words/texts.json" with { type: "json" };

/** A report in German. */
export const german = {
  language: "de" as Language,
  text: texts,
  chapters: chaptersWith(chapters),
  catalogue: germanCatalogue,
  glossary,
  conditions,
  ...procurementWords,
  abbreviated: abbreviationsOf(abbreviations),
  /** A German text of the run; another language marks it as German. */
  quoted: (text: string): Part => text,
  /** A German text that the analysis wrote; another language translates those it knows. */
  fromAnalysis: (text: string): Part => text,
  /** The same where no markup can stand. */
  analysisText: (text: string): string => text,
  /** In another language: what stays German, and where the German report is. */
  versionNote: (_file: string): Html => nothing,
  labelsOf: (findings: Named, _anonymous: boolean): Labels => labelsFor(findings),
  cardLabel: (label: string): Part => label,
  dataClassLabel,
  detailLabel: (name: string): Part => detailLabel(name),
  failureClassLabel,
  graderLabel,
  parameterLabel,
  ...numbers,
  ...counted,
  ...measured,
  ...comparison,
  ...examples,
  ...failures,
  ...glance,
  ...hygiene,
  ...items,
  ...need,
  ...notices,
  ...plain,
  ...power,
  ...picture,
  ...procurement,
  ...protection,
  ...rank,
  ...recommendation,
  ...reliability,
  ...runComparison,
  ...run,
  ...safety,
  ...training,
};
