import { createInterface } from "node:readline";
import { z } from "zod";
import { gradedCaseSchema } from "../../core/case.ts";
import type { Grader, GraderSettings } from "../../core/grader.ts";
import { checkValue, describeFlaw } from "../../core/messages.ts";
import { finishReasonSchema } from "../../core/outcome.ts";
import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";
import { graders } from "../../graders/registry.ts";
import { graderNamed } from "../load-suites.ts";
import { checkGrading } from "../promptfoo/graders/check-assertions.ts";
import { onlyNoWords, parseOptions, wrongUse } from "../options.ts";
import { printLine } from "../print.ts";

const help = `npm run -s grade -- --grader NAME [--options JSON]

Beurteilt beliebige Texte mit einem Grader. Liest von der Standardeingabe eine
JSON-Zeile je Text:
  {"id":"1","answer":"Der Antrag kostet 37 Euro."}
  {"id":"2","answer":"…","case":{"expected":{"facts":["37 Euro"]}}}
und schreibt je Zeile das Urteil.

  --grader NAME      welcher Grader
  --options JSON     Einstellungen, z. B. '{"maximum":8}'
  --threshold ZAHL   ab welchem Wert (0 bis 1) bestanden ist
  --allow-code       Programmcode ausführen, den Prüfungen von promptfoo
                     mitbringen
  --list             zeigt alle Grader
  --offline          nur Verbindungen auf diesem Rechner (docs/datenschutz.md)
  --help             diese Hilfe

Ende: 0 fertig · 2 falsche Angaben oder Daten`;

const optionTypes = {
  grader: { type: "string" },
  options: { type: "string" },
  threshold: { type: "string" },
  list: { type: "boolean" },
  "allow-code": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const lineSchema = z
  .strictObject({
    id: z.union([z.string(), z.number()]),
    answer: z.string().optional(),
    answers: z.array(z.string()).optional(),
    case: gradedCaseSchema.optional(),
    finishReason: finishReasonSchema.optional(),
    inputKind: z.enum(["raw", "pseudonymised"]).optional(),
  })
  .refine((line) => line.answer !== undefined || line.answers !== undefined, {
    error: "answer (oder answers) fehlt",
  });

/** `npm run grade`. */
export async function main(words: string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions(words, optionTypes, "grade");
  if (values.help === true) {
    printLine(help);
    return exitCodes.done;
  }
  onlyNoWords(positionals, "grade");
  if (values.list === true) {
    for (const { name, version, title } of graders.values()) {
      printLine(`${name} (${version}): ${title}`);
    }
    return exitCodes.done;
  }
  if (values.grader === undefined) throw wrongUse("Es fehlt --grader NAME.", "grade");
  const grader = graderNamed(values.grader);
  const settings = readSettings(grader, values);
  const allowCode = values["allow-code"] === true;
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === "") continue;
    printLine(await gradeLine(text, number, { grader, settings, allowCode }));
  }
  return exitCodes.done;
}

/** How every line is graded. */
interface Grading {
  readonly grader: Grader;
  readonly settings: GraderSettings;
  readonly allowCode: boolean;
}

async function gradeLine(
  text: string,
  number: number,
  { grader, settings, allowCode }: Grading,
): Promise<string> {
  const place = { file: "Standardeingabe", line: number };
  const result = checkValue(lineSchema, parseJson(text, place));
  if (!result.ok) {
    const [flaw] = result.flaws;
    throw wrongLine(describeFlaw(flaw), place);
  }
  const { id, answer, answers, ...rest } = result.value;
  checkGrading({ grader: grader.name, graded: rest.case ?? {}, settings, place }, { allowCode });
  const input = { answer: answer ?? "", answers, ...rest };
  const later = grader.isLater?.(settings) === true ? grader.gradeLater : undefined;
  const { score } = (await later?.(input, settings)) ?? grader.grade(input, settings);
  return JSON.stringify({ id, grader: grader.name, version: grader.version, score });
}

function readSettings(
  grader: Grader,
  values: { readonly options?: string | undefined; readonly threshold?: string | undefined },
): GraderSettings {
  const options = parseOptionsJson(values.options ?? "{}");
  const result = checkValue(grader.options, options);
  if (!result.ok) {
    const [flaw] = result.flaws;
    throw wrongUse(`--options: ${describeFlaw(flaw)}`, "grade");
  }
  if (values.threshold === undefined) return { options };
  const threshold = Number(values.threshold.replace(",", "."));
  if (threshold >= 0 && threshold <= 1) return { options, threshold };
  throw wrongUse("--threshold erwartet eine Zahl zwischen 0 und 1.", "grade");
}

function parseOptionsJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrongUse("--options ist kein gültiges JSON.", "grade", cause);
  }
}

function parseJson(text: string, place: { readonly file: string; readonly line: number }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongLine("kein gültiges JSON", place);
  }
}

function wrongLine(
  problem: string,
  place: { readonly file: string; readonly line: number },
): UserError {
  return new UserError(`Diese Zeile lässt sich nicht lesen: ${problem}.`, {
    code: "wrong-line",
    exitCode: exitCodes.usage,
    place,
    nextStep: 'Jede Zeile ist ein JSON-Objekt wie {"id":"1","answer":"…"}.',
  });
}
