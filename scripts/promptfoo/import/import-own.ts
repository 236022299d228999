import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { dump } from "js-yaml";
import {
  bundleSchema,
  exportFiles,
  type Bundle,
} from "../../../bridges/promptfoo/export/bundle.ts";
import { readOwnExport, type ExportCase } from "../../../bridges/promptfoo/import/own-export.ts";
import { parseYaml } from "../../../bridges/promptfoo/import/parse-yaml.ts";
import { Refusal } from "../../../bridges/promptfoo/import/refusal.ts";
import { suiteFileSchema, type Suite } from "../../../core/suite.ts";
import { exitCodes, UserError, type ExitCode } from "../../../core/user-error.ts";
import { caseHash } from "../../../engine/identity.ts";
import { readJson } from "../../../engine/read-json.ts";
import { agree } from "../../../reports/sentences/counted.ts";
import { gradingPlace } from "../../load-suites.ts";
import { printLine } from "../../print.ts";
import { gradersOfCase } from "../export/graders-of-case.ts";
import { writeFolder } from "./write-folder.ts";

/** A configuration of ours and what was written beside it. */
interface OwnExport {
  readonly config: string;
  readonly bundle: Bundle;
}

/** What an export wrote beside a configuration; absent for a configuration of somebody else. */
export function ownBundle(config: string): OwnExport | undefined {
  const file = join(dirname(config), exportFiles(basename(config)).bundle);
  if (!existsSync(config) || !existsSync(file)) return undefined;
  const read = readJson(file);
  if (read === undefined) throw damaged(file);
  const result = bundleSchema.safeParse(read.value);
  return result.success ? { config, bundle: result.data } : undefined;
}

function damaged(file: string): UserError {
  return new UserError("Die Datei, die beim Export neben die Konfiguration kam, ist beschädigt.", {
    code: "export-damaged",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep:
      "Exportieren Sie noch einmal, oder nehmen Sie die Datei weg, wenn sie nicht dazugehört.",
  });
}

/**
 * Makes suites of a configuration that Amtsprobe exported: the same cases, prompts, graders and therefore
 * verdicts. One suite goes into the folder itself, several into folders of theirs.
 */
export function importOwn(
  given: OwnExport & { readonly folder: string; readonly shown: string; readonly asJson: boolean },
): ExitCode {
  const { config, bundle, folder, shown, asJson } = given;
  const suites = takeBack(config, bundle);
  const files = suites.flatMap((suite) => {
    const prefix = suites.length === 1 ? "" : `${suite.name}/`;
    return filesOf(suite).map(([name, text]) => [`${prefix}${name}`, text] as const);
  });
  writeFolder(folder, new Map(files));
  const cases = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  const counts = { suites: suites.length, cases, folder };
  printLine(
    asJson
      ? JSON.stringify(counts)
      : `${cases} Fälle aus ${suites.length} ${agree(suites.length, "Suite", "Suiten")}, wie sie exportiert wurden: ${shown}`,
  );
  return exitCodes.done;
}

function takeBack(config: string, bundle: Bundle): Suite[] {
  try {
    return readOwnExport(parseYaml(readFileSync(config, "utf8"), config), bundle, exportAgain);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new UserError(cause.message, {
      code: "export-changed",
      exitCode: exitCodes.usage,
      place: { file: config },
      nextStep:
        "Prompts dürfen geändert und Tests gelöscht sein; alles andere ändern Sie in der Suite und exportieren neu.",
      cause,
    });
  }
}

const exportAgain: ExportCase = (suite, graded, { input, attempt }) => ({
  suite,
  graded,
  input,
  attempt,
  caseHash: caseHash(suite, graded),
  graders: gradersOfCase(gradingPlace(suite), graded),
  variants: [],
});

function filesOf(suite: Suite): [string, string][] {
  const { prompts, cases, ...rest } = suite;
  return [
    ["suite.yaml", yamlOf(suiteFileSchema.parse(rest))],
    ["faelle.yaml", yamlOf(cases)],
    ...Object.entries(suite.variants).map(([variant, file]): [string, string] => [
      file,
      `${prompts[variant] ?? ""}\n`,
    ]),
  ];
}

/** Without absent values. */
function yamlOf(value: unknown): string {
  return dump(JSON.parse(JSON.stringify(value)), { lineWidth: -1, noRefs: true });
}
