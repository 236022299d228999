import { isDeepStrictEqual } from "node:util";
import type { Case } from "../../../core/case.ts";
import type { Suite } from "../../../core/suite.ts";
import { templateOf } from "../export/escape-template.ts";
import { placeOfMark, promptLabel, type ExportedTest, type TestMark } from "../export/exported.ts";
import { testEntry } from "../export/render-config.ts";
import type { Bundle } from "../export/bundle.ts";
import { isGroup } from "./raw-config.ts";
import { Refusal } from "./refusal.ts";

/** How a case was exported, worked out anew. */
export type ExportCase = (suite: Suite, graded: Case, mark: TestMark) => ExportedTest;

/**
 * Takes a configuration that Amtsprobe exported back: the suites as they were, with the cases whose tests
 * are still there and with the prompts as they now stand. Tests are written by Amtsprobe only: where one
 * was changed by hand, a `Refusal` says so.
 */
export function readOwnExport(config: unknown, bundle: Bundle, again: ExportCase): Suite[] {
  if (!isGroup(config)) throw new Refusal("Die Konfiguration ist leer.");
  const prompts = promptsByLabel(config["prompts"]);
  const tests = Array.isArray(config["tests"]) ? (config["tests"] as unknown[]) : [];
  const kept = new Set(tests.map((test, index) => keptCase({ test, index, bundle, again })));
  return bundle.suites
    .map((suite) => ({
      ...suite,
      prompts: Object.fromEntries(
        Object.entries(suite.prompts).map(([variant, text]) => [
          variant,
          prompts.get(promptLabel(suite.name, variant)) ?? text,
        ]),
      ),
      cases: suite.cases.filter(({ id }) => kept.has(`${suite.name}:${id}`)),
    }))
    .filter(({ cases }) => cases.length > 0);
}

function promptsByLabel(prompts: unknown): ReadonlyMap<string, string> {
  const written = Array.isArray(prompts) ? prompts.filter(isGroup) : [];
  return new Map(
    written.flatMap(({ label, raw }) =>
      typeof label === "string" && typeof raw === "string" ? [[label, templateOf(raw)]] : [],
    ),
  );
}

interface WrittenTest {
  readonly test: unknown;
  readonly index: number;
  readonly bundle: Bundle;
  readonly again: ExportCase;
}

/** Suite and case of a test that stands as it was exported. */
function keptCase({ test, index, bundle, again }: WrittenTest): string {
  const metadata = isGroup(test) ? test["metadata"] : undefined;
  const mark = isGroup(metadata) ? (metadata["amtsprobe"] as TestMark | undefined) : undefined;
  if (!isGroup(test) || typeof mark?.case !== "string") {
    throw new Refusal(`Test ${index + 1} stammt nicht aus Amtsprobe (metadata.amtsprobe fehlt).`);
  }
  const { suite: name, id } = placeOfMark(mark);
  const suite = bundle.suites.find((one) => one.name === name);
  const graded = suite?.cases.find((one) => one.id === id);
  if (suite === undefined || graded === undefined) {
    throw new Refusal(`Zu Test ${index + 1} („${mark.case}“) fehlt der Fall in der Datei daneben.`);
  }
  const entry = testEntry(again(suite, graded, mark), graderFileOf(test["assert"]));
  const changed = (["vars", "assert", "metadata"] as const).find(
    (field) => !isDeepStrictEqual(plain(entry[field]), plain(test[field])),
  );
  if (changed === undefined) return mark.case;
  throw new Refusal(
    `In Test ${index + 1} („${mark.case}“) ist ${changed} anders als im Export; ändern Sie den Fall in der Suite.`,
  );
}

/** The file of the first assertion; the exported name, wherever the configuration was moved. */
function graderFileOf(assertions: unknown): string {
  const [first] = Array.isArray(assertions) ? assertions.filter(isGroup) : [];
  return String(first?.["value"]).replace(/^file:\/\//u, "");
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
