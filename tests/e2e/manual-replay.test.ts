import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readManualPage, renderManualPage } from "../../models/manual-page.ts";
import { trialRecordSchema } from "../../core/trial.ts";
import { readSoundJournal } from "../../engine/read-journal.ts";
import { runFiles } from "../../engine/run-files.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

async function answersOf(folder: string): Promise<string[]> {
  const trials = await readSoundJournal(runFiles(folder).trials, trialRecordSchema);
  const answers = trials.flatMap(({ case: id, variant, outcome }) =>
    outcome.status === "completed" ? [`${id} ${variant}: ${outcome.answer}`] : [],
  );
  return answers.toSorted();
}

test(
  "a run through a chat window says what is missing, is filled in, resumed, and repeated without a model",
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const suite = writeSuite(folder, 3);
    const environment = { INIT_CWD: folder };
    const common = ["--suite", suite, "--profile", "full"];
    const words = ["--model", "manual:chat", "--out", "lauf", ...common];
    const first = await runCommandLine("eval", words, { environment });
    expect(first.code).toBe(3);
    expect(first.stdout).toContain("0 von 6 Durchgängen beantwortet");
    expect(first.stdout).toContain(`6 × manual:chat: Es fehlt noch die Antwort`);
    expect(first.stderr).not.toContain("gleiche Fehler");

    const page = join(folder, "chat", "fragen.html");
    const entries = readManualPage(readFileSync(page, "utf8"));
    expect(entries).toHaveLength(6);
    const filled = entries.map((entry) => {
      const messages = [{ content: entry.prompt }];
      return { ...entry, answer: rightAnswer({ messages }) };
    });
    writeFileSync(page, renderManualPage(filled));
    const resumed = await runCommandLine("eval", ["--resume", "lauf"], { environment });
    expect(resumed).toMatchObject({ code: 0 });
    expect(resumed.stdout).toContain("6 von 6 Durchgängen beantwortet");

    const again = ["--model", "replay:lauf", "--out", "nochmal", ...common];
    expect(await runCommandLine("eval", again, { environment })).toMatchObject({ code: 0 });
    expect(await answersOf(join(folder, "nochmal"))).toEqual(await answersOf(join(folder, "lauf")));
  },
);

test("a replay of a run with endpoint and baseline asks nobody", { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, 3);
  const server = await startChatServer(rightAnswer);
  const environment = { INIT_CWD: folder };
  const config = writeConfig(folder, server.baseURL);
  await runCommandLine("eval", ["--config", config, "--out", "lauf"], { environment });
  const asked = server.bodies.length;
  const models = [
    "--model",
    "replay:lauf#compatible:stub",
    "--model",
    "replay:lauf#baseline:reference",
  ];
  const words = [...models, "--suite", suite, "--profile", "full", "--out", "nochmal"];
  const again = await runCommandLine("eval", words, { environment });
  expect(again).toMatchObject({ code: 0 });
  expect(again.stdout + again.stderr).not.toContain("Kosten");
  const planned = await runCommandLine("eval", [...words, "--dry-run"], { environment });
  expect(planned.stdout).toContain("keine Kosten je Aufruf");
  expect(server.bodies).toHaveLength(asked);
  expect(await answersOf(join(folder, "nochmal"))).toEqual(await answersOf(join(folder, "lauf")));
  const lost = await runCommandLine(
    "eval",
    ["--model", "replay:fehlt", "--suite", suite, "--out", "x"],
    { environment },
  );
  expect(lost).toMatchObject({ code: 2, stdout: "" });
});
