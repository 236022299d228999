import type { Card } from "../../core/card.ts";
import type { Case } from "../../core/case.ts";
import type { Findings } from "../../core/findings.ts";
import type { Suite } from "../../core/suite.ts";
import { UserError } from "../../core/user-error.ts";
import { renderPrompt } from "../../engine/prompt.ts";
import { suiteHash } from "../../engine/identity.ts";
import type { Material, PromptPair, RealAnswer } from "../../training/material.ts";
import { loadSuites } from "../load-suites.ts";
import type { RunTexts } from "./read-run-texts.ts";
import { sourceFromKept } from "../start-folder.ts";

/** Puts a run together as exercises need it. */
export function materialOf(records: RunTexts, findings: Findings): Material {
  const cases = new Map(records.cases.map((line) => [keyOf(line.suite, line.case.id), line.case]));
  const answers = answersOf(records);
  const sisters = Map.groupBy(records.cases, (line) => keyOf(line.suite, line.case.template ?? ""));
  const suites = suitesAtHand(records);
  return {
    title: findings.run.title,
    createdAt: findings.run.createdAt,
    suites: new Map(findings.suites.map(({ name, title }) => [name, { title }])),
    models: findings.models.filter(({ kind }) => kind === "model").map(({ id }) => id),
    cards: records.cards,
    caseOf: (suite, id) => cases.get(keyOf(suite, id)),
    sistersOf: (suite, template) =>
      (sisters.get(keyOf(suite, template)) ?? []).map((line) => line.case),
    answersOf: (suite, id) => answers.get(keyOf(suite, id)) ?? [],
    promptsOf: (card) =>
      promptsFor(card, suites.get(card.suite), cases.get(keyOf(card.suite, card.case))),
    rateOf: (card, variant) =>
      findings.rates.find(
        (rate) =>
          rate.suite === card.suite &&
          rate.model === card.model &&
          rate.variant === variant &&
          rate.input === card.input,
      ),
    needs: (findings.trainingNeed?.needs ?? []).filter(({ scope }) => scope === "all"),
  };
}

function keyOf(suite: string, id: string): string {
  return JSON.stringify([suite, id]);
}

/**
 * Answers of real models by case, in the order of their ids. An answer without a failure card counts as
 * passed; whether it really may stand as the right one, the graders decide again when it is used.
 */
function answersOf({ manifest, trials, cards }: RunTexts): ReadonlyMap<string, RealAnswer[]> {
  const real = new Set(manifest.models.filter(({ kind }) => kind === "model").map(({ id }) => id));
  const failed = new Set(cards.map(({ trialId }) => trialId));
  const answers = new Map<string, RealAnswer[]>();
  const sorted = trials.toSorted((a, b) => (a.trialId < b.trialId ? -1 : 1));
  for (const { suite, case: id, outcome, trialId, model, variant, input } of sorted) {
    if (outcome.status !== "completed" || !real.has(model)) continue;
    const own = answers.get(keyOf(suite, id)) ?? [];
    own.push({
      trialId,
      model,
      variant,
      input,
      answer: outcome.answer,
      passed: !failed.has(trialId),
    });
    answers.set(keyOf(suite, id), own);
  }
  return answers;
}

/** The suites of the run that are still there, unchanged; prompts of others would not be the run's. */
function suitesAtHand({ manifest }: RunTexts): ReadonlyMap<string, Suite> {
  const hashes = new Map(manifest.suites.map(({ name, hash }) => [name, hash]));
  const suites = manifest.suiteSources.flatMap((source) => {
    try {
      return loadSuites([sourceFromKept(source)]);
    } catch (cause) {
      if (cause instanceof UserError) return [];
      throw cause;
    }
  });
  return new Map(
    suites
      .filter((suite) => suiteHash(suite) === hashes.get(suite.name))
      .map((suite) => [suite.name, suite]),
  );
}

/** Stands for the official text, which is shown beside the prompt. */
const textMark = "[hier steht der amtliche Text]";

function promptsFor(
  card: Card,
  suite: Suite | undefined,
  graded: Case | undefined,
): PromptPair | undefined {
  const weak = suite?.prompts[card.variant];
  const strong = suite?.prompts["trained"];
  if (weak === undefined || strong === undefined || graded === undefined) return undefined;
  const { question } = graded.input;
  const shown: Case = {
    ...graded,
    input: {
      text: textMark,
      pseudonymised: textMark,
      ...(question !== undefined && { question }),
      old: "[alte Fassung]",
      new: "[neue Fassung]",
    },
  };
  const textOf = (template: string): string =>
    renderPrompt(template, shown, card.input)
      .map(({ content }) => content)
      .join("\n\n");
  return { weak: textOf(weak), strong: textOf(strong) };
}
