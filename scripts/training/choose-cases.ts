import type { Case } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { wrongUse } from "../options.ts";

const mostCases = 10;

/** The cases that are named, else those of the quick profile; none that compares answers. */
export function chooseCases(suite: Suite, wanted: readonly string[] | undefined): Case[] {
  const alone = suite.cases.filter(({ must = suite.graders.must }) => !must.includes("pair"));
  if (wanted === undefined) {
    const quick = alone.filter((one) => one.quick);
    return (quick.length > 0 ? quick : alone).slice(0, mostCases);
  }
  return wanted
    .flatMap((names) => names.split(","))
    .map((id) => {
      const found = alone.find((one) => one.id === id);
      if (found !== undefined) return found;
      throw wrongUse(
        `Den Fall „${id}“ gibt es in der Suite „${suite.name}“ nicht, oder er braucht mehrere Antworten.`,
        "training -- evaluate",
      );
    });
}

/** Cases that this model may not get stay here. */
export function refuseProtected(
  cases: readonly Case[],
  allowed: readonly string[] = ["synthetic", "public"],
): void {
  const closed = cases.find(({ protection }) => !allowed.includes(protection));
  if (closed === undefined) return;
  throw new UserError(
    `Der Fall „${closed.id}“ (${closed.protection}) darf nicht an dieses Modell gehen.`,
    {
      code: "protected-case",
      exitCode: exitCodes.usage,
      nextStep:
        "Nennen Sie andere Fälle mit --case oder erlauben Sie die Klasse mit dataClasses in amtsprobe.yaml.",
    },
  );
}
