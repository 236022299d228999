import { abbreviationsOf } from "./html/abbreviated.ts";
import { chaptersWith } from "./html/chapter.ts";
import abbreviations from "./english/abbreviations.json" with { type: "json" };
import { englishCatalogue } from "./english/catalogue-words.ts";
import chapters from "./english/chapters.json" with { type: "json" };
import * as comparison from "./english/comparison-sentences.ts";
import conditions from "./english/conditions.json" with { type: "json" };
import * as counted from "./english/counted.ts";
import * as examples from "./english/example-sentences.ts";
import * as failures from "./english/failure-sentences.ts";
import { analysisText, fromAnalysis } from "./english/from-analysis.ts";
import * as glance from "./english/glance-sentences.ts";
import glossary from "./english/glossary.json" with { type: "json" };
import * as hygiene from "./english/hygiene-sentences.ts";
import * as items from "./english/item-sentences.ts";
import * as labels from "./english/labels.ts";
import * as measured from "./english/measured.ts";
import * as need from "./english/need-sentences.ts";
import * as notices from "./english/notice-sentences.ts";
import * as numbers from "./english/numbers.ts";
import * as plain from "./english/plain-sentences.ts";
import * as power from "./english/power-sentences.ts";
import * as picture from "./english/price-performance-sentences.ts";
import procurementWords from "./english/procurement.json" with { type: "json" };
import * as procurement from "./english/procurement-sentences.ts";
import * as protection from "./english/protection-sentences.ts";
import { quoted } from "./english/quoted.ts";
import * as rank from "./english/rank-sentences.ts";
import * as recommendation from "./english/recommendation-sentences.ts";
import * as reliability from "./english/reliability-sentence.ts";
import * as runComparison from "./english/run-comparison-sentences.ts";
import * as run from "./english/run-sentences.ts";
import * as safety from "./english/safety-sentences.ts";
import texts from "./english/texts.json" with { type: "json" };
import * as training from "./english/training-sentences.ts";
import { versionNote } from "./english/version-note.ts";
import type { Say } from "./say.ts";

/** A report in English; texts of the run stay German and are marked so. */
export const english: Say = {
  language: "en",
  text: texts,
  chapters: chaptersWith(chapters),
  catalogue: englishCatalogue,
  glossary,
  conditions,
  ...procurementWords,
  abbreviated: abbreviationsOf(abbreviations),
  quoted,
  fromAnalysis,
  analysisText,
  versionNote,
  ...labels,
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
