import { readFileSync } from "node:fs";
import { cardSchema, type Card } from "../../core/card.ts";
import { findingsSchema, type Findings } from "../../core/findings.ts";

/** The runs under `tests/fixtures/findings`. */
export const fixtureNames = [
  "quick",
  "indistinguishable",
  "nothing-measured",
  "single-model",
  "hostile",
  "procurement",
  "all-failed",
] as const;
export type FixtureName = (typeof fixtureNames)[number];

/** Findings and cards of a made-up run, checked by the schemas of core. */
export function findingsFixture(name: FixtureName): { findings: Findings; cards: Card[] } {
  const lines = readFixture(name, "cards.jsonl")
    .split("\n")
    .filter((line) => line !== "");
  return {
    findings: findingsSchema.parse(JSON.parse(readFixture(name, "findings.json"))),
    cards: lines.map((line) => cardSchema.parse(JSON.parse(line))),
  };
}

function readFixture(name: FixtureName, file: string): string {
  return readFileSync(new URL(`../fixtures/findings/${name}/${file}`, import.meta.url), "utf8");
}
