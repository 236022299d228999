import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement, type Span } from "../core/grader.ts";
import { asksOpenly, isBareDenial } from "./abstention/bare-denial.ts";
import { claimedPlaces } from "./abstention/claimed-values.ts";
import { inventedPlaces, type InventedPlace } from "./abstention/invented-values.ts";
import { readContent } from "./text/content-items.ts";
import { sortSentences, type SortedSentence } from "./text/sorted-sentences.ts";

const options = z.strictObject({});
type Context = GraderContext<z.output<typeof options>>;

/**
 * Does the answer abstain where the text does not tell, and only there? The value is 0..1.
 *
 * `expected.answerable: false` — thirds for: it says that the text or the information does not
 * tell; it names where to ask (office, person, phone, e-mail, with a verb of asking); it has no
 * amount, date, time, duration, percentage, §, phone number or address of its own, that is, none
 * that stands neither in the case's input nor in the question (115 is known to all), and passes no
 * value of the text off as the answer (`vermutlich 60 Euro`, or `Die Verlängerung kostet 60 Euro`
 * where the text has 60 Euro for something else).
 * `expected.answerable: true` — 1, or 0 when the answer only refuses or only says that the text
 * does not tell, or is a bare no to a question that does not ask whether (`Bis wann …?` – `Das geht
 * leider nicht.`). An answer with a caveat is an answer.
 *
 * Threshold 1. Class when failed: `invented` for values of its own and for an answer where there is
 * none to give, `refused` for a refusal, else `wrong`. Who denies that the text does not tell (`es
 * stimmt nicht, dass das nicht im Text steht`) does not abstain. German, and common phrasings of English,
 * French, Turkish, Polish, Romanian, Russian, Ukrainian and Arabic.
 *
 * Unscored: a case that does not say whether it is answerable. Not measured: claims without a
 * value that the text does not support, whether the office named is the right one.
 *
 * @example
 * abstention.grade({
 *   answer: "Das geht aus dem Text nicht hervor. Bitte fragen Sie beim Bürgeramt nach.",
 *   case: { expected: { answerable: false } },
 * }).score; // value 1
 */
export const abstention = defineGrader({
  name: "abstention",
  version: "7",
  title: "Sagt, wenn der Text nichts hergibt, und wo man fragt",
  needs: ["expected.answerable"],
  options,
  judge: (answer, context) =>
    context.case.expected?.answerable === false
      ? judgeUnanswerable(answer, context)
      : judgeAnswerable(answer, context),
});

function judgeUnanswerable(answer: string, context: Context): Judgement {
  const content = readContent(answer);
  const sentences = sortSentences(content, context.case);
  const says = sentences.filter(({ tellsNothing }) => tellsNothing);
  const refers = sentences.filter(({ namesWhereToAsk }) => namesWhereToAsk);
  const invented = inventedPlaces(content, context.case);
  const claimed = claimedPlaces(content, sentences, context.case);
  const hasOwn = invented.length + claimed.length > 0;
  const met = [says.length > 0, refers.length > 0, !hasOwn].filter(Boolean).length;
  const isAnswer = says.length === 0 && sentences.some(({ isSubstance }) => isSubstance);
  const isRefusal = says.length === 0 && sentences.some(({ refuses }) => refuses);
  return {
    status: "scored",
    value: met / 3,
    reason: [
      says.length > 0
        ? "Sagt, dass der Text die Frage nicht beantwortet."
        : "Sagt nicht, dass der Text die Frage nicht beantwortet.",
      refers.length > 0 ? "Nennt, wo man fragt." : "Nennt nicht, wo man fragt.",
      ...describeValues(invented, claimed),
    ].join(" "),
    measures: {
      saysSo: says.length > 0 ? 1 : 0,
      namesWhereToAsk: refers.length > 0 ? 1 : 0,
      invented: invented.length,
      claimed: claimed.length,
    },
    evidence: [
      ...says.map(spanAs("abstention")),
      ...refers.map(spanAs("where-to-ask")),
      ...invented.map(({ start, end }) => ({ start, end, kind: "invented" })),
      ...claimed.map(({ start, end }) => ({ start, end, kind: "claimed" })),
    ],
    failureClass: classOf(hasOwn || (isAnswer && !isRefusal), isRefusal),
  };
}

function describeValues(
  invented: readonly InventedPlace[],
  claimed: readonly InventedPlace[],
): string[] {
  if (invented.length + claimed.length === 0) return ["Keine eigenen Werte."];
  return [
    ...(invented.length > 0 ? [`Nicht aus Text oder Frage: ${quoteAll(invented)}.`] : []),
    ...(claimed.length > 0 ? [`Als Antwort ausgegeben oder vermutet: ${quoteAll(claimed)}.`] : []),
  ];
}

function quoteAll(places: readonly InventedPlace[]): string {
  return places.map(({ quote }) => `„${quote}“`).join(", ");
}

function classOf(isInvented: boolean, isRefusal: boolean): "invented" | "refused" | "wrong" {
  if (isInvented) return "invented";
  return isRefusal ? "refused" : "wrong";
}

function judgeAnswerable(answer: string, context: Context): Judgement {
  const content = readContent(answer);
  const sentences = sortSentences(content, context.case);
  const isBare = isBareDenial(content) && asksOpenly(context.case.input?.question ?? "");
  const declining = sentences.filter(
    ({ tellsNothing, refuses }) => isBare || tellsNothing || refuses,
  );
  const substance = sentences.filter(({ isSubstance }) => isSubstance);
  const isRefused = isBare || (declining.length > 0 && substance.length === 0);
  const quote = declining
    .map(({ text }) => `„${text}“`)
    .slice(0, 2)
    .join(", ");
  const answered =
    declining.length === 0 ? "Antwortet auf die Frage." : `Antwortet, mit Vorbehalt: ${quote}.`;
  return {
    status: "scored",
    value: isRefused ? 0 : 1,
    reason: isRefused ? `Verweigert die Antwort, obwohl der Text sie enthält: ${quote}.` : answered,
    measures: { declining: declining.length, substance: substance.length },
    evidence: declining.map(spanAs(isRefused ? "refusal" : "caveat")),
    failureClass: "refused",
  };
}

function spanAs(kind: string): (sentence: SortedSentence) => Span {
  return ({ start, end }) => ({ start, end, kind });
}
