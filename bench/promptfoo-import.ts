import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { programFolder } from "../scripts/folders.ts";

const tests = 5_000;

/**
 * Times the import of a configuration with 5 000 tests as a command of its own, from the start of the
 * process to its end: tests written in the configuration, and the same in a table. Three rounds.
 */
export function benchPromptfooImport(print: (line: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "amtsprobe-import-"));
  const inline = join(folder, "inline.yaml");
  const table = join(folder, "tabelle.yaml");
  writeFileSync(inline, `${head}tests:\n${Array.from({ length: tests }, testOf).join("")}`);
  writeFileSync(table, `${head}tests: file://tests.csv\n`);
  writeFileSync(
    join(folder, "tests.csv"),
    `frage,auszug,__expected1,__expected2\n${Array.from({ length: tests }, rowOf).join("")}`,
  );
  try {
    for (const [name, config] of [
      ["in der Konfiguration", inline],
      ["in einer Tabelle", table],
    ] as const) {
      const rounds = [1, 2, 3].map((round) => importOnce(config, join(folder, `${name}-${round}`)));
      const list = (key: "wallMs" | "cpuMs") => rounds.map((cost) => seconds(cost[key])).join(", ");
      const load = (loadavg()[0] ?? 0).toFixed(1);
      print(
        `Import, ${tests} Tests ${name}: ${list("wallMs")}; Rechenzeit ${list("cpuMs")}; Last ${load}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As in the script `promptfoo` of package.json. */
const flags = ["--max-semi-space-size=32", "--import", "tsx"];

const costSchema = z.object({ wallMs: z.number(), cpuMs: z.number() });

function importOnce(config: string, out: string): z.infer<typeof costSchema> {
  const script = join(programFolder, "bench", "import-once.ts");
  const words = [...flags, script, config, out];
  const said = execFileSync(process.execPath, words, { cwd: programFolder, encoding: "utf8" });
  return costSchema.parse(JSON.parse(said));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2).replace(".", ",")} s`;
}

const head = `prompts:
  - "Beantworte die Frage: {{frage}}\\n{{auszug}}"
  - "{{auszug}}\\nKurz: {{frage}}"
providers: [openai:gpt-4.1]
defaultTest: { assert: [{ type: not-icontains, value: als KI-Modell }] }
`;

function testOf(_item: unknown, index: number): string {
  return `  - description: Gebühr Nummer ${index}
    vars:
      frage: Was kostet der Bescheid Nummer ${index}?
      auszug: Der Bescheid Nummer ${index} kostet ${index},50 Euro und gilt ein Jahr.
    assert:
      - { type: contains, value: "${index},50" }
      - type: regex
        value: "\\\\d+ Euro"
`;
}

function rowOf(_item: unknown, index: number): string {
  return `Was kostet Nummer ${index}?,"Nummer ${index} kostet ${index},50 Euro.","contains:${index},50",regex:\\d+ Euro\n`;
}
