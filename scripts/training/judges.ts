import { composedText } from "../../core/composed-text.ts";
import type { Card } from "../../core/card.ts";
import type { Case } from "../../core/case.ts";
import type { Grader } from "../../core/grader.ts";
import type { Manifest, RunSuite } from "../../core/manifest.ts";
import { graderOptions } from "../../core/suite.ts";
import { findProtectedItems } from "../../graders/identifiers/protected-items.ts";
import { searchedText } from "../../graders/identifiers/searched-text.ts";
import identifierKinds from "../../graders/identifiers/kinds.json" with { type: "json" };
import { promptHygiene } from "../../graders/prompt-hygiene.ts";
import { facts } from "../../graders/facts.ts";
import { pair } from "../../graders/pair.ts";
import { graders } from "../../graders/registry.ts";
import { splitSentences } from "../../graders/text/sentences.ts";
import type { Judges, Place } from "../../training/material.ts";

/** The graders of a run, as exercises ask them: with the run's own options and thresholds. */
export function judgesOf(
  manifest: Manifest,
  competences: (card: Card) => readonly string[],
): Judges {
  const suites = new Map(manifest.suites.map((suite) => [suite.name, suite]));
  const ask = (name: string, place: Place, answer: string): boolean | undefined => {
    const grader = graders.get(name);
    const suite = suites.get(place.suite);
    return grader === undefined || suite === undefined
      ? undefined
      : passes(grader, suite, { place, answer });
  };
  const accepts = (place: Place, answer: string): boolean | undefined => {
    const suite = suites.get(place.suite);
    if (suite === undefined) return undefined;
    const verdicts = new Set(
      decidingNames(suite, place.case).map((name) => ask(name, place, answer)),
    );
    if (verdicts.has(false)) return false;
    return verdicts.has(undefined) ? undefined : true;
  };
  const memory = { answers: new Map(), facts: new Map(), identifiers: new Map() };
  return {
    accepts: (place, answer) =>
      remember(memory.answers, [placeKey(place), answer], () => accepts(place, answer)),
    acceptedBy: ask,
    states: (fact, text) => remember(memory.facts, [fact, text], () => doesState(fact, text)),
    likeness,
    prompt: (text) => passedOf(promptHygiene.grade({ answer: text }).score),
    identifiers: (text, place) =>
      remember(memory.identifiers, [placeKey(place), text], () => identifiersIn(text, place.case)),
    sentences: (text) =>
      splitSentences(text)
        .map((one) => one.text.trim())
        .filter((one) => one !== ""),
    competences,
  };
}

function likeness(place: Place, answers: readonly string[]): Readonly<Record<string, number>> {
  const { score } = pair.grade({ answer: "", answers: [...answers], case: place.case });
  return score.status === "scored" ? score.measures : {};
}

function placeKey({ suite, case: graded, input }: Place): string {
  return `${suite}/${graded.id}/${input}`;
}

function doesState(fact: string, text: string): boolean | undefined {
  return passedOf(facts.grade({ answer: text, case: { expected: { facts: [fact] } } }).score);
}

/** The same texts are asked about again and again. A full memory costs time, never another answer. */
function remember<Answer>(
  memory: Map<string, Answer>,
  parts: readonly string[],
  ask: () => Answer,
): Answer {
  const key = parts.join("\n\n");
  if (memory.has(key)) return memory.get(key) as Answer;
  const answer = ask();
  if (memory.size >= 2000) memory.clear();
  memory.set(key, answer);
  return answer;
}

/** Deciding graders and guards that look at one answer; those that compare answers are left out. */
function decidingNames(suite: RunSuite, graded: Case): string[] {
  const names = [...(graded.must ?? suite.graders.must), ...suite.graders.guard];
  return [...new Set(names)].filter((name) => graders.get(name)?.compares !== true);
}

function passes(
  grader: Grader,
  suite: RunSuite,
  { place, answer }: { readonly place: Place; readonly answer: string },
): boolean | undefined {
  const options = graderOptions(
    { options: suite.options as Record<string, Record<string, unknown>> },
    place.case,
  )[grader.name];
  const settings = { options, threshold: suite.threshold[grader.name] };
  const input = { answer, case: place.case, finishReason: "stop" as const, inputKind: place.input };
  const { score } = grader.grade(input, settings);
  // Guards watch for a failure and stay silent when they cannot tell.
  if (score.status === "unscored" && suite.graders.guard.includes(grader.name)) return true;
  return passedOf(score);
}

function passedOf(score: ReturnType<Grader["grade"]>["score"]): boolean | undefined {
  return score.status === "scored" ? score.passed : undefined;
}

/** Planted values and identifiers that count, with their German kind. */
export function identifiersIn(text: string, graded: Pick<Case, "expected">) {
  const composed = composedText(text);
  return findProtectedItems(searchedText(composed.text), graded.expected)
    .filter(({ origin }) => origin === "planted" || origin.counts)
    .flatMap(({ origin, spans }) =>
      spans.map(({ start, end }) => ({
        start: composed.originalOffset(start),
        end: composed.originalOffset(end),
        kind: origin === "planted" ? "geschützte Angabe" : identifierKinds[origin.kind],
        planted: origin === "planted",
      })),
    );
}
