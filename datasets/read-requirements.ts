import { requirementsSchema, type Requirements } from "../core/requirements.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { checkLocated, type LocatedValue } from "./located-value.ts";
import { parseYaml } from "./read-yaml.ts";

/**
 * Reads and checks `anforderungen.yaml` from its text. Throws a `UserError` with every flaw and its
 * place, also for weights that do not add up to 100 and for names that point nowhere.
 */
export function parseRequirements(text: string, file: string): Requirements {
  const located = parseYaml(text.replace(/^\uFEFF/u, ""), file);
  const requirements = checkLocated(requirementsSchema, located);
  for (const check of [checkWeights, checkDoubles, checkNames, checkMinimumPoints])
    check(requirements, located);
  return requirements;
}

function checkWeights({ criteria }: Requirements, located: LocatedValue): void {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 100) < 1e-9) return;
  const shown = Number(sum.toFixed(6)).toLocaleString("de-DE");
  throw new UserError(`Die Gewichte der Kriterien ergeben zusammen ${shown} statt 100.`, {
    code: "weights-sum",
    exitCode: exitCodes.usage,
    place: located.placeOf(["criteria"]),
    nextStep: "Ändern Sie weight bei den Kriterien so, dass die Summe 100 ist.",
  });
}

function checkDoubles(requirements: Requirements, located: LocatedValue): void {
  const { purposes, exclusions, criteria, volumes, prices } = requirements;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["purposes", purposes.map(({ id }) => id)],
    ["criteria", criteria.map(({ id }) => id)],
    ["exclusions", exclusions.map(({ id }) => id)],
    ["volumes", volumes.map(({ purpose }) => purpose)],
    ["prices.offers", (prices?.offers ?? []).map(({ model }) => model)],
  ];
  for (const [list, names] of lists) {
    const at = names.findIndex((name, index) => names.indexOf(name) !== index);
    if (at < 0) continue;
    throw refusal(`„${names[at] ?? ""}“ steht unter ${list} zweimal.`, located, {
      path: [...list.split("."), at],
      nextStep: "Geben Sie jedem Eintrag einen eigenen Namen, oder löschen Sie einen der beiden.",
    });
  }
}

function checkNames(requirements: Requirements, located: LocatedValue): void {
  const { purposes, criteria, volumes, method } = requirements;
  const known = new Set(purposes.map(({ id }) => id));
  const stray = volumes.findIndex(({ purpose }) => !known.has(purpose));
  if (stray >= 0) {
    throw refusal("Zu dieser Menge gibt es keinen Einsatzzweck.", located, {
      path: ["volumes", stray, "purpose"],
      nextStep: `Nennen Sie einen aus purposes: ${[...known].join(", ")}.`,
    });
  }
  const { decisionGroup } = method;
  if (decisionGroup === undefined || criteria.some(({ group }) => group === decisionGroup)) return;
  throw refusal(`Die Kriteriengruppe „${decisionGroup}“ gibt es nicht.`, located, {
    path: ["method", "decisionGroup"],
    nextStep: "Nennen Sie eine group, die bei den Kriterien steht.",
  });
}

function checkMinimumPoints({ criteria, pointScale }: Requirements, located: LocatedValue): void {
  const at = criteria.findIndex(({ minimumPoints = 0 }) => minimumPoints > pointScale);
  if (at < 0) return;
  throw refusal(`Die Mindestpunktzahl liegt über der Punkteskala (0 bis ${pointScale}).`, located, {
    path: ["criteria", at, "minimumPoints"],
    nextStep: "Senken Sie minimumPoints oder erhöhen Sie pointScale.",
  });
}

function refusal(
  message: string,
  located: LocatedValue,
  { path, nextStep }: { readonly path: (string | number)[]; readonly nextStep: string },
): UserError {
  const place = located.placeOf(path);
  return new UserError(message, {
    code: "invalid-requirements",
    exitCode: exitCodes.usage,
    place,
    nextStep,
  });
}
