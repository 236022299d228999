import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleSchema, type Bundle } from "../../../bridges/promptfoo/export/bundle.ts";
import { placeOfMark, type TestMark } from "../../../bridges/promptfoo/export/exported.ts";
import type { Case } from "../../../core/case.ts";
import { checkValue, describeFlaw } from "../../../core/messages.ts";
import { exitCodes, UserError } from "../../../core/user-error.ts";
import type { GradingPlace } from "../../../engine/grade.ts";
import { gradingPlace } from "../../load-suites.ts";

/** A bundle as grading needs it. */
export interface OpenBundle {
  readonly run: Bundle["run"];
  readonly places: ReadonlyMap<string, GradingPlace>;
}

/** Reads the file that an export wrote beside its configuration. */
export function openBundle(url: string): OpenBundle {
  const file = fileURLToPath(url);
  const result = checkValue(bundleSchema, JSON.parse(readFileSync(file, "utf8")));
  if (!result.ok) {
    throw new UserError(`Die Datei des Exports stimmt nicht: ${describeFlaw(result.flaws[0])}.`, {
      code: "bundle-unusable",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Exportieren Sie neu mit „npm run promptfoo -- export“.",
    });
  }
  const { run, suites } = result.value;
  return { run, places: new Map(suites.map((suite) => [suite.name, gradingPlace(suite)])) };
}

/** The case of a test, by its mark. */
export function markedCase(
  { places }: OpenBundle,
  mark: TestMark | undefined,
): { readonly place: GradingPlace; readonly graded: Case; readonly mark: TestMark } {
  const { suite, id } = mark === undefined ? { suite: "", id: "" } : placeOfMark(mark);
  const place = places.get(suite);
  const graded = place?.cases.get(id);
  if (mark !== undefined && place !== undefined && graded !== undefined) {
    return { place, graded, mark };
  }
  throw new Error("Dieser Test hat keinen Vermerk von Amtsprobe (metadata.amtsprobe).");
}
