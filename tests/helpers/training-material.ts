import { cardSchema, type Card } from "../../core/card.ts";
import type { Case } from "../../core/case.ts";
import { manifestSchema } from "../../core/manifest.ts";
import { competencesOfCard } from "../../scripts/training/competences.ts";
import { judgesOf } from "../../scripts/training/judges.ts";
import type { Judges, Material, RealAnswer } from "../../training/material.ts";
import { sampleCase } from "./sample-suite.ts";

/** The real graders, deciding as the suite „probe“ does. */
export function probeJudges(): Judges {
  const manifest = manifestSchema.parse({
    schemaVersion: 1,
    runId: "r",
    suites: [{ name: "probe", graders: { must: ["facts"], guard: ["language"] } }],
  });
  return judgesOf(manifest, competencesOfCard);
}

/** A failed answer to the sample case; parts can be replaced. */
export function probeCard(answer: string, part: Partial<Card> = {}): Card {
  return cardSchema.parse({
    schemaVersion: 1,
    anchor: `fall-${answer.length}-${part.trialId ?? "a"}`,
    trialId: `t-${answer.length}`,
    suite: "probe",
    case: "hundesteuer",
    model: "llama:eins",
    variant: "untrained-kurz",
    input: "raw",
    attempt: 1,
    class: "wrong",
    severity: 2,
    critical: false,
    answer,
    language: "de",
    reasons: [{ grader: "facts", reason: "0 von 1 Angaben gefunden. Es fehlt: „96 Euro / 96 €“." }],
    evidence: [],
    ...part,
  });
}

/** Material of one case with these failures; other answers are failures of a second model. */
export function probeMaterial(
  cards: readonly Card[],
  part: { case?: Case; passed?: readonly string[] } = {},
): Material {
  const graded = part.case ?? sampleCase();
  const answers: RealAnswer[] = [
    ...cards.map(({ trialId, model, variant, input, answer }) => ({
      trialId,
      model,
      variant,
      input,
      answer,
      passed: false,
    })),
    ...(part.passed ?? []).map((answer, place) => ({
      trialId: `p-${place}`,
      model: "llama:zwei",
      variant: "trained",
      input: "raw" as const,
      answer,
      passed: true,
    })),
  ];
  return {
    title: "Probe",
    createdAt: "2026-11-01",
    suites: new Map([["probe", { title: "Probe" }]]),
    models: ["llama:eins", "llama:zwei"],
    cards,
    caseOf: (_, id) => (id === graded.id ? graded : undefined),
    sistersOf: () => [graded],
    answersOf: () => answers,
    promptsOf: () => ({
      weak: "Mach was mit dem hier.",
      strong:
        "Beantworte die Frage nur mit dem Text, in höchstens zwei Sätzen. Steht es nicht im Text, sag das. Prüfe zum Schluss jede Zahl.",
    }),
    rateOf: () => ({ n: 10, value: 0.5, low: 0.2, high: 0.8, method: "Wilson" }),
    needs: [],
  };
}
