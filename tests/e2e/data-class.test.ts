import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** A suite of three cases of which the second is personal. */
function suiteWithPersonalCase(folder: string): void {
  const file = join(writeSuite(folder, 3), "faelle.yaml");
  const rows = readFileSync(file, "utf8").split(/(?=^- id)/mu);
  rows[1] = `${rows[1]}  protection: personal\n`;
  writeFileSync(file, rows.join(""));
}

test(
  "a case is never sent where it may not go: the plan says so before, the report after",
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    suiteWithPersonalCase(folder);
    const server = await startChatServer(rightAnswer);
    const config = writeConfig(folder, server.baseURL);
    const plan = await runCommandLine("eval", ["--config", config, "--dry-run"]);
    expect(plan.stdout).toMatch(
      /compatible:stub, probe\/fall-1: Nicht geprüft, weil .*„personal“/u,
    );
    expect(server.bodies).toEqual([]);

    const out = join(folder, "lauf");
    expect(await runCommandLine("eval", ["--config", config, "--out", out])).toMatchObject({
      code: 0,
    });
    expect(server.bodies).toHaveLength(4);
    expect(JSON.stringify(server.bodies)).not.toContain("Antrag 1");
    const report = readFileSync(join(out, "report.html"), "utf8").replaceAll(/\s+/gu, " ");
    expect(/1 Fall wurde nicht gesendet. Nicht geprüft, weil/u.exec(report)).not.toBeNull();
    // The baseline runs in this process.
    const trials = readFileSync(join(out, "trials.jsonl"), "utf8");
    expect(trials).toContain('"case":"fall-1","variant":"none"');
  },
);

test("with --strict even invented cases obey", { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  writeSuite(folder, 2);
  const server = await startChatServer(rightAnswer);
  const config = writeConfig(folder, server.baseURL);
  const words = ["--config", config, "--strict", "--dry-run", "--json"];
  const { stdout } = await runCommandLine("eval", words);
  const plan = JSON.parse(stdout) as { withheld: { model: string }[]; trials: number };
  expect(plan.withheld.map(({ model }) => model)).toEqual(["compatible:stub", "compatible:stub"]);
  expect(plan.trials).toBe(2);

  const allowed = readFileSync(config, "utf8").replace(
    "    model: stub\n",
    "    model: stub\n    dataClasses: [synthetic]\n",
  );
  writeFileSync(config, allowed);
  const again = JSON.parse((await runCommandLine("eval", words)).stdout) as typeof plan;
  expect(again.withheld).toEqual([]);
  expect(again.trials).toBe(6);
});
