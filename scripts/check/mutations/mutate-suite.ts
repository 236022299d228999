import { hasReference } from "../../../core/case.ts";
import type { Suite } from "../../../core/suite.ts";
import type { Judge } from "../suite-judge.ts";
import { mutateCase } from "./mutate-case.ts";
import type { Mutant, Operator } from "./mutant.ts";
import type { EquivalentMutant } from "./read-equivalents.ts";

/** A mutant that the graders let pass. */
export interface Survivor {
  readonly case: string;
  readonly operator: Operator;
  readonly change: string;
}

/** How many mutants of a kind there were and how many were noticed; equivalent ones are left out. */
export interface OperatorCount {
  readonly operator: Operator;
  readonly mutants: number;
  readonly killed: number;
}

/** What the mutation check says of a suite. */
export interface MutationCheck {
  readonly suite: string;
  readonly mutants: number;
  readonly killed: number;
  /** Mutants that mean the same as the reference, by a person's word. */
  readonly equivalent: number;
  /** killed ÷ mutants; absent when there were none. */
  readonly score?: number;
  readonly operators: readonly OperatorCount[];
  readonly survivors: readonly Survivor[];
  /** Entries of `mutanten.yaml` that name no surviving mutant. */
  readonly needless: readonly EquivalentMutant[];
}

/**
 * Spoils every reference of a suite and asks its own graders (mutation testing, DeMillo, Lipton and
 * Sayward 1978, with the reference as the program and the graders as its tests). Killed is a mutant
 * whose verdict is `failed`. Survivors that a person has called equivalent leave the count.
 */
export function mutateSuite(
  suite: Suite,
  judge: Judge,
  equivalents: readonly EquivalentMutant[],
): MutationCheck {
  const judged = suite.cases.filter(hasReference).flatMap((graded) =>
    mutateCase({ suite, graded, index: suite.cases.indexOf(graded) }).map((mutant) => ({
      ...mutant,
      case: graded.id,
      killed: judge(graded, mutant.answer).verdict.status === "failed",
    })),
  );
  const excused = new Set(
    judged.flatMap((mutant) => (!mutant.killed && isExcused(mutant, equivalents) ? [mutant] : [])),
  );
  const counted = judged.filter((mutant) => !excused.has(mutant));
  const killed = counted.filter((mutant) => mutant.killed).length;
  return {
    suite: suite.name,
    mutants: counted.length,
    killed,
    equivalent: excused.size,
    ...(counted.length > 0 && { score: killed / counted.length }),
    operators: countOperators(counted),
    survivors: counted
      .filter((mutant) => !mutant.killed)
      .map(({ case: id, operator, change }) => ({ case: id, operator, change })),
    needless: equivalents.filter((entry) => ![...excused].some((mutant) => names(entry, mutant))),
  };
}

interface NamedMutant extends Pick<Mutant, "operator" | "change"> {
  readonly case: string;
}

function isExcused(mutant: NamedMutant, equivalents: readonly EquivalentMutant[]): boolean {
  return equivalents.some((entry) => names(entry, mutant));
}

function names(entry: EquivalentMutant, mutant: NamedMutant): boolean {
  return (
    entry.case === mutant.case &&
    entry.operator === mutant.operator &&
    entry.change === mutant.change
  );
}

function countOperators(
  mutants: readonly { readonly operator: Operator; readonly killed: boolean }[],
): OperatorCount[] {
  return [...Map.groupBy(mutants, ({ operator }) => operator)].map(([operator, members]) => ({
    operator,
    mutants: members.length,
    killed: members.filter(({ killed }) => killed).length,
  }));
}
