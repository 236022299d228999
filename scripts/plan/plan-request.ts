import { exitCodes, UserError } from "../../core/user-error.ts";
import { wholeNumber } from "../options.ts";

/** What somebody wants to know, as shares of 1. */
export interface PlanRequest {
  readonly differences: readonly number[];
  readonly rate: number;
  readonly power: number;
  /** Turned round: what so many cases can show. */
  readonly cases?: number;
  readonly attempts?: number;
  /** For the gate, with so many suites. */
  readonly gate?: number;
  readonly seed: number;
}

/** The words of the command line that numbers are read from. */
export interface PlanWords {
  readonly difference?: string | undefined;
  readonly rate?: string | undefined;
  readonly power?: string | undefined;
  readonly cases?: string | undefined;
  readonly attempts?: string | undefined;
  readonly gate?: string | undefined;
  readonly seed?: string | undefined;
}

const usualDifferences = [0.05, 0.1, 0.15, 0.2];

/** Reads the numbers of a plan; what is not possible is a `UserError` in German. */
export function readPlanRequest(words: PlanWords, hasRun: boolean): PlanRequest {
  const rate = words.rate === undefined ? 0.6 : percent(words.rate, "rate", [1, 99]);
  const power = words.power === undefined ? 0.8 : percent(words.power, "power", [50, 99]);
  const { difference, cases, attempts, gate, seed = "1" } = words;
  if (difference !== undefined && cases !== undefined) throw notBoth("--difference und --cases");
  if (gate !== undefined && hasRun) throw notBoth("--gate und --from");
  if (attempts !== undefined && !hasRun) {
    throw refuse(
      "Was mehrere Versuche je Fall bringen, hängt davon ab, wie sehr ein Modell schwankt.",
      "Nennen Sie mit --from ORDNER einen früheren Lauf mit mindestens zwei Versuchen.",
    );
  }
  const wanted =
    difference === undefined ? undefined : percent(difference, "difference", [0.5, 99]);
  if (wanted !== undefined && !hasRun && rate + wanted > 1 + 1e-9) {
    const sum = Math.round((rate + wanted) * 100);
    throw refuse(
      `${difference ?? ""} Punkte mehr als ${Math.round(rate * 100)} % wären ${sum} %.`,
      "Nennen Sie mit --rate eine kleinere Quote oder mit --difference einen kleineren Unterschied.",
    );
  }
  const usual = usualDifferences.filter((value) => hasRun || rate + value <= 1);
  return {
    differences: wanted === undefined ? usual : [wanted],
    rate,
    power,
    seed: wholeNumber(seed, "seed", 0),
    ...(cases !== undefined && { cases: atMost(wholeNumber(cases, "cases", 1), "cases", 100_000) }),
    ...(gate !== undefined && { gate: atMost(wholeNumber(gate, "gate", 1), "gate", 1000) }),
    ...(attempts !== undefined && {
      attempts: atMost(wholeNumber(attempts, "attempts", 1), "attempts", 100),
    }),
  };
}

function percent(text: string, name: string, [least, most]: readonly [number, number]): number {
  const value = Number(text.trim().replace(/%$/u, "").replace(",", "."));
  if (text.trim() !== "" && value >= least && value <= most) return value / 100;
  const range = `${String(least).replace(".", ",")} bis ${most}`;
  throw refuse(
    `--${name} erwartet eine Zahl von ${range}, nicht „${text}“.`,
    `Schreiben Sie zum Beispiel --${name} ${name === "difference" ? 10 : 80}.`,
  );
}

function atMost(value: number, name: string, most: number): number {
  if (value <= most) return value;
  throw refuse(`--${name} geht höchstens bis ${most}.`, "Nennen Sie eine kleinere Zahl.");
}

function notBoth(options: string): UserError {
  return refuse(`${options} schließen einander aus.`, "Lassen Sie eines der beiden weg.");
}

function refuse(message: string, nextStep: string): UserError {
  return new UserError(message, { code: "wrong-use", exitCode: exitCodes.usage, nextStep });
}
