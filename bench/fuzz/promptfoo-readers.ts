import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { importConfig } from "../../bridges/promptfoo/import/import-config.ts";
import { renderSuite } from "../../bridges/promptfoo/import/render-suite.ts";
import { ownBundle } from "../../scripts/promptfoo/import/import-own.ts";

/** Reads a configuration of promptfoo as far as the files of its suite; nothing is run or written. */
export async function readPromptfooConfig(path: string): Promise<void> {
  const suite = await importConfig(path, { allowCode: false, announce: () => undefined });
  renderSuite(suite, { name: "probe", folder: dirname(path), path: "probe" });
}

/** Reads what an export left beside its configuration. */
export function readPromptfooBundle(path: string): void {
  const config = join(dirname(path), "promptfooconfig.yaml");
  writeFileSync(config, "tests: []\n");
  ownBundle(config);
}
