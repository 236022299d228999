import { existsSync, statSync } from "node:fs";
import { sideOfBaseline } from "../../analysis/gate/baseline-file.ts";
import { keyOf, type GateSide, type GateTrial } from "../../analysis/gate/gate-side.ts";
import { sideOfRun } from "../../analysis/gate/side-of-run.ts";
import { testSetHash } from "../../analysis/gate/test-set.ts";
import { gateBaselineSchema } from "../../core/gate-baseline.ts";
import { checkValue, describeFlaw } from "../../core/messages.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { readJson } from "../../engine/read-json.ts";
import { readJudgedRun } from "../../engine/read-run.ts";
import { fromStart } from "../start-folder.ts";
import { isSealed } from "./seal-baseline.ts";

/** Reads a run folder or a baseline file; `what` names it in messages. */
export async function readGateSide(path: string, what: string): Promise<GateSide> {
  const place = fromStart(path);
  if (!existsSync(place)) {
    throw refusal(`${what} gibt es nicht.`, place, {
      code: "gate-missing",
      nextStep:
        "Prüfen Sie den Pfad. Eine Vergleichsbasis legen Sie mit „npm run gate -- --save baseline.json --candidate ORDNER“ an.",
    });
  }
  const side = statSync(place).isDirectory()
    ? sideOfRun(await readJudgedRun(place))
    : readBaseline(place);
  const doubled = firstDoubled(side);
  if (doubled !== undefined) throw twice(place, doubled);
  return side;
}

/** A trial that stands there twice would count twice. */
function firstDoubled({ trials }: GateSide): GateTrial | undefined {
  const seen = new Set<string>();
  return trials.find(({ suite, case: id, model, variant, input, attempt }) => {
    const key = keyOf(suite, id, model, variant, input, attempt);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown;
  });
}

function readBaseline(file: string): GateSide {
  const value = parse(file);
  const { kind, schemaVersion } = (value ?? {}) as { kind?: unknown; schemaVersion?: unknown };
  if (kind !== "amtsprobe-baseline") {
    throw refusal("Diese Datei ist keine Vergleichsbasis.", file, {
      code: "no-baseline",
      nextStep: "Nennen Sie den Ordner eines Laufs oder eine Datei aus „npm run gate -- --save“.",
    });
  }
  if (schemaVersion !== 1) {
    throw refusal(
      `Die Vergleichsbasis hat die Format-Version ${JSON.stringify(schemaVersion) ?? "„ohne“"}; dieses Programm liest Version 1.`,
      file,
      { code: "other-version", nextStep: "Legen Sie sie mit dieser Version neu an." },
    );
  }
  const result = checkValue(gateBaselineSchema, value);
  if (!result.ok) {
    throw refusal(
      `Die Vergleichsbasis passt nicht zum Format: ${describeFlaw(result.flaws[0])}`,
      file,
      {
        code: "baseline-format",
        nextStep: "Das Format steht in docs/schemas/vergleichsbasis.schema.json.",
      },
    );
  }
  const side = sideOfBaseline(result.value);
  for (const { name, testSetHash: kept } of result.value.suites) {
    const cases = side.suites.find((suite) => suite.name === name)?.cases ?? [];
    if (testSetHash(cases) !== kept) throw edited(file, name);
  }
  if (!isSealed(result.value)) throw editedResults(file);
  return side;
}

function parse(file: string): unknown {
  const read = readJson(file);
  if (read !== undefined) return read.value;
  throw refusal("Die Vergleichsbasis lässt sich nicht lesen; sie ist kein gültiges JSON.", file, {
    code: "baseline-unreadable",
    exitCode: exitCodes.infrastructure,
    nextStep:
      "Holen Sie die Datei noch einmal (Git, Artefakt), oder legen Sie sie mit „npm run gate -- --save“ neu an.",
  });
}

function editedResults(file: string): UserError {
  return refusal(
    "In der Vergleichsbasis passt die Prüfsumme nicht zu den Ergebnissen; die Datei wurde geändert.",
    file,
    { code: "baseline-edited", nextStep: newlyMade },
  );
}

const newlyMade = "Legen Sie sie mit „npm run gate -- --save“ neu an.";

function twice(file: string, { suite, case: id, attempt }: GateTrial): UserError {
  return refusal(
    `Versuch ${attempt} von „${id}“ (${suite}) steht zweimal da und würde doppelt zählen.`,
    file,
    {
      code: "gate-doubled",
      nextStep: "Nehmen Sie die Datei oder den Lauf so, wie das Programm sie geschrieben hat.",
    },
  );
}

function edited(file: string, suite: string): UserError {
  return refusal(
    `In der Vergleichsbasis passt die Prüfsumme der Suite „${suite}“ nicht zu ihren Fällen; die Datei wurde geändert.`,
    file,
    { code: "baseline-edited", nextStep: newlyMade },
  );
}

function refusal(
  message: string,
  file: string,
  options: {
    readonly code: string;
    readonly nextStep: string;
    readonly exitCode?: ExitCode;
    readonly cause?: unknown;
  },
): UserError {
  return new UserError(message, { exitCode: exitCodes.usage, place: { file }, ...options });
}
