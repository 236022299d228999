import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSuite } from "../helpers/probe-suite.ts";
import { startCommand } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

/** As `COMMAND | head`: whoever reads along is gone before the command says anything. */
async function unread(name: string, words: readonly string[], environment = {}) {
  const { child, result } = startCommand(name, words, { environment });
  child.stdout?.destroy();
  return result;
}

test("output that nobody reads any more ends nothing: the code is the command's own", async () => {
  const suite = writeSuite(temporaryFolder(), 3);
  expect(await unread("preview", [suite, "--all"])).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await unread("grade", ["--list"])).toEqual({ code: 0, stdout: "", stderr: "" });
  const missing = join(temporaryFolder(), "fehlt");
  const refused = await unread("gate", ["--baseline", missing, "--candidate", missing]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("gibt es nicht")]);
}, 60_000);

test("a run goes on when nobody reads its progress", async () => {
  const suite = writeSuite(temporaryFolder(), 3);
  const words = ["--suite", suite, "--model", "baseline:copy", "--out"];
  const { child, result } = startCommand("eval", [...words, join(temporaryFolder(), "lauf")]);
  child.stderr?.destroy();
  const { code, stdout } = await result;
  expect([code, stdout]).toEqual([0, expect.stringContaining("Durchgängen beantwortet")]);
}, 60_000);

test("promptfoo goes on as well when nobody reads along", async () => {
  const folder = temporaryFolder();
  const config = writeIn(
    folder,
    "echo.yaml",
    "prompts: [a]\nproviders: [echo]\ntests: [{vars: {x: y}}]\n",
  );
  const out = join(folder, "ergebnis.json");
  const words = ["run", "eval", "-c", config, "-o", out];
  const { code } = await unread("promptfoo", words, { INIT_CWD: folder });
  expect([code, existsSync(out)]).toEqual([0, true]);
}, 60_000);
