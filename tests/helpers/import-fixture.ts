import { join } from "node:path";
import { importConfig, type ImportedSuite } from "../../bridges/promptfoo/import/import-config.ts";
import { renderSuite } from "../../bridges/promptfoo/import/render-suite.ts";
import type { Suite } from "../../core/suite.ts";
import { UserError } from "../../core/user-error.ts";
import { loadSuites } from "../../scripts/load-suites.ts";
import { temporaryFolder, writeIn } from "./temporary-folder.ts";

/** The folder of the invented configurations for promptfoo. */
export const promptfooFixtures = join(import.meta.dirname, "..", "fixtures", "promptfoo");

interface ImportChoice {
  readonly allowCode?: boolean;
  readonly judge?: string;
}

/** Imports a configuration and reads the suite it becomes, as a run does. */
export async function importAsSuite(
  config: string,
  { allowCode = false, judge }: ImportChoice = {},
): Promise<{ imported: ImportedSuite; suite: Suite; files: ReadonlyMap<string, string> }> {
  const imported = await importConfig(config, { allowCode, judge, announce: () => undefined });
  const folder = temporaryFolder();
  const files = renderSuite(imported, { name: "probe", path: folder, folder });
  for (const [name, text] of files) writeIn(folder, name, text);
  const [suite] = loadSuites([folder], { allowCode });
  if (suite === undefined) throw new RangeError(`no suite in ${folder}`);
  return { imported, suite, files };
}

/** Writes a configuration with its files and gives its path. */
export function writeConfig(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), "konfiguration");
  for (const [name, text] of Object.entries(files)) writeIn(folder, name, text);
  return join(folder, "promptfooconfig.yaml");
}

/** What an import refuses with. */
export async function refusalOf(config: string, allowCode = false): Promise<UserError> {
  try {
    await importConfig(config, { allowCode, announce: () => undefined });
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error(`${config} was imported, but should have been refused`);
}
