import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSuite } from "../../helpers/probe-suite.ts";
import { runCommandLine } from "../../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

const slow = { timeout: 180_000 };

/** A way to bring code along; each leaves a file `zeuge` when it runs. */
interface Smuggler {
  readonly words: (folder: string) => readonly string[];
  /** What has to be shown of the code. */
  readonly shown: string;
}

const inSuite: Smuggler = {
  shown: "process.getBuiltinModule",
  words: (folder) => {
    const suite = writeSuite(folder, 1);
    const witness = JSON.stringify(join(folder, "zeuge"));
    const code = `process.getBuiltinModule("node:fs").writeFileSync(${witness}, "") === undefined`;
    const graders = JSON.stringify({ must: ["promptfoo:javascript"] });
    const options = JSON.stringify({ "promptfoo:javascript": { value: code } });
    const text = readFileSync(join(suite, "suite.yaml"), "utf8");
    const own = text.replace(/graders: .*/u, () => `graders: ${graders}\noptions: ${options}`);
    writeIn(suite, "suite.yaml", own);
    return ["--suite", suite, "--model", "baseline:reference"];
  },
};

const inModel: Smuggler = {
  shown: "exec:sh",
  words: (folder) => {
    const suite = writeSuite(folder, 1);
    // promptfoo hangs the prompt and its settings on; a program of its own does not take them for files.
    const program = writeIn(folder, "zeuge.sh", `touch '${join(folder, "zeuge")}'\n`);
    const id = JSON.stringify(`promptfoo:exec:sh ${program}`);
    const models = `models: [{ id: ${id} }]\nvariants: [trained]\n`;
    const config = `schemaVersion: 1\nsuites: [${suite}]\n${models}`;
    return ["--config", writeIn(folder, "amtsprobe.yaml", config)];
  },
};

test.each([
  ["a suite", inSuite],
  ["a model", inModel],
])("code of %s runs with --allow-code only, and is shown first", slow, async (_, smuggler) => {
  const folder = temporaryFolder();
  const [out, witness] = [join(folder, "lauf"), join(folder, "zeuge")];
  const words = [...smuggler.words(folder), "--out", out];
  const refused = await runCommandLine("eval", words);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(smuggler.shown);
  expect(refused.stderr).toContain("--allow-code");
  expect([existsSync(witness), existsSync(out)]).toEqual([false, false]);

  const allowed = await runCommandLine("eval", [...words, "--allow-code"]);
  expect(allowed.stderr).toContain(smuggler.shown);
  expect(existsSync(witness)).toBe(true);
  expect(allowed.code).not.toBe(2);

  // Leave is given for one command, not for the run.
  const resumed = await runCommandLine("eval", ["--resume", out]);
  expect([resumed.code, resumed.stderr]).toEqual([2, expect.stringContaining("--allow-code")]);
});
