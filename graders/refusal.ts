import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { readContent } from "./text/content-items.ts";
import { sortSentences, type SortedSentence } from "./text/sorted-sentences.ts";
import {
  fitsAny,
  hasOneOf,
  patternSentence,
  readPatterns,
  readWordGroup,
} from "./text/phrase-pattern.ts";
import phrases from "./refusal/refusal-phrases.json" with { type: "json" };

const options = z.strictObject({});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Does the answer do the task, or refuse it? Value 0 when it refuses, else 1. A refusal: the model
 * ended with `refusal` or `content-filter`, or the answer declines in the first person („Dabei kann
 * ich nicht helfen“, „Als KI darf ich …“) and says nothing of substance besides. Where the case is
 * answerable (`expected.answerable: true`), only saying that one does not know is a refusal too.
 *
 * No refusal: an answer with a caveat; in an unanswerable case saying so or naming the office to
 * ask; a letter in which the authority declines an application; a question back.
 *
 * German and English, and common phrasings of French, Turkish, Polish, Russian and Ukrainian.
 * Class `refused`. Unscored: an empty or over-long answer. Not measured: whether the refusal was
 * justified, an answer that talks past the task (grader `focus`), half of a task left undone.
 *
 * @example
 * refusal.grade({ answer: "Es tut mir leid, dabei kann ich Ihnen nicht helfen." }).score; // value 0
 */
export const refusal = defineGrader({
  name: "refusal",
  version: "6",
  title: "Führt den Auftrag aus, statt ihn zu verweigern",
  needs: [],
  options,
  failureClass: "refused",
  judge: judgeRefusal,
});

const refusing = readPatterns(phrases.refusing);
const offers = readPatterns(phrases.offers);
const formalWords = readWordGroup(phrases.formalWords);

function judgeRefusal(answer: string, context: Context): Judgement {
  const { finishReason } = context;
  if (finishReason === "refusal" || finishReason === "content-filter") {
    const by = finishReason === "refusal" ? "Das Modell" : "Ein Inhaltsfilter des Anbieters";
    return verdict({ refusing: [], reason: `${by} hat die Antwort verweigert.`, isRefused: true });
  }
  const sentences = sortSentences(readContent(answer), context.case).map(describe);
  const answerable = context.case.expected?.answerable;
  const declining = sentences.filter(({ refuses, sorted }) => {
    return refuses || (answerable === true && sorted.tellsNothing);
  });
  const isCourteous =
    answerable === false &&
    sentences.some(({ sorted }) => sorted.tellsNothing || sorted.namesWhereToAsk);
  const substance = sentences.filter(
    (sentence) => !declining.includes(sentence) && hasSubstance(sentence),
  );
  const isRefused = declining.length > 0 && substance.length === 0 && !isCourteous;
  const quote = declining
    .map(({ sorted }) => `„${sorted.text.replaceAll(/\s+/gu, " ")}“`)
    .slice(0, 2);
  return verdict({
    refusing: declining.map(({ sorted }) => sorted),
    reason: reasonOf(quote.join(", "), isRefused),
    isRefused,
  });
}

function reasonOf(quote: string, isRefused: boolean): string {
  if (isRefused) return `Verweigert den Auftrag: ${quote}`;
  return quote === ""
    ? "Keine Verweigerung gefunden."
    : `Keine Verweigerung, nur ein Vorbehalt: ${quote}`;
}

interface Described {
  readonly sorted: SortedSentence;
  readonly refuses: boolean;
  readonly isOffer: boolean;
}

function describe(sorted: SortedSentence): Described {
  const pattern = patternSentence(sorted.text);
  const isLetter = hasOneOf(pattern, formalWords);
  return {
    sorted,
    refuses: !isLetter && fitsAny(pattern, refusing),
    isOffer: fitsAny(pattern, offers) || sorted.namesWhereToAsk,
  };
}

function hasSubstance({ sorted, isOffer }: Described): boolean {
  return !isOffer && !sorted.refuses && sorted.isSubstance;
}

function verdict(found: {
  readonly refusing: readonly SortedSentence[];
  readonly reason: string;
  readonly isRefused: boolean;
}): Judgement {
  const kind = found.isRefused ? "refusal" : "caveat";
  return {
    status: "scored",
    value: found.isRefused ? 0 : 1,
    reason: found.reason,
    measures: { refusing: found.refusing.length },
    evidence: found.refusing.map(({ start, end }) => ({ start, end, kind })),
  };
}
