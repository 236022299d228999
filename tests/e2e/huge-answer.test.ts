import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsSchema } from "../../core/findings.ts";
import { runFiles } from "../../engine/run-files.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

test(
  "an answer of 5 MB goes through the library into the report as what it is: a failure of the model",
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    writeSuite(folder, 2);
    const server = await startChatServer((body, call) =>
      call === 1 ? "Das kostet 20 Euro. ".repeat(250_000) : rightAnswer(body),
    );
    const out = join(folder, "lauf");
    const words = ["--config", writeConfig(folder, server.baseURL), "--out", out];
    expect(await runCommandLine("eval", words)).toMatchObject({ code: 0 });
    const files = runFiles(out);
    const findings = findingsSchema.parse(JSON.parse(readFileSync(files.findings, "utf8")));
    expect(findings.run).toMatchObject({ completedTrials: 6, failedTrials: 0 });
    const classes = findings.failures.map((row) => row.class);
    expect(classes).toContain("unparseable");
    // The full text stands in trials and cards only.
    for (const file of [files.findings, files.report]) {
      expect(statSync(file).size).toBeLessThan(2_000_000);
    }
  },
);
