import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { narrowToChanged } from "../../../scripts/eval/changed-prompts.ts";
import { readRequest } from "../../../scripts/eval/request.ts";
import { writeSuite } from "../../helpers/probe-suite.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

/** A repository with two prompt files and a suite, committed; commands are typed in it. */
function repository(): string {
  const folder = temporaryFolder();
  const before = process.env["INIT_CWD"];
  process.env["INIT_CWD"] = folder;
  onTestFinished(() => {
    if (before === undefined) delete process.env["INIT_CWD"];
    else process.env["INIT_CWD"] = before;
  });
  writeSuite(folder, 2);
  writeIn(folder, "prompts/a.md", "---\nsuites: [buergerfragen]\n---\n{{text}} {{question}}");
  writeIn(folder, "prompts/b.md", "---\nsuites: [vereinfachung]\n---\n{{text}}");
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", "-A");
  git(folder, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "x");
  return folder;
}

function git(folder: string, ...words: string[]): void {
  execFileSync("git", words, { cwd: folder, stdio: "ignore" });
}

test("only changed and new prompt files, and only the suites that they name", () => {
  const folder = repository();
  const read = () => readRequest({ "variant-file": [join(folder, "prompts")] }, {});
  expect(read().suites).toEqual(["buergerfragen", "vereinfachung"]);
  expect(narrowToChanged(read(), undefined)).toEqual(read());
  expect(narrowToChanged(read(), "main")).toBeUndefined();
  writeIn(folder, "prompts/b.md", "---\nsuites: [vereinfachung]\n---\nAnders: {{text}}");
  const changed = narrowToChanged(read(), "main");
  expect(changed).toMatchObject({ suites: ["vereinfachung"], variants: ["b"] });
  expect(changed?.variantFiles.map(({ name }) => name)).toEqual(["b"]);
  writeIn(folder, "prompts/c.md", "---\nsuites: [datenabfluss]\n---\n{{text}} {{question}}");
  expect(narrowToChanged(read(), "main")?.suites).toEqual(["vereinfachung", "datenabfluss"]);
});

test("without prompt files, the suites in whose folder something changed", () => {
  const folder = repository();
  const suite = join(folder, "probe");
  const read = () => readRequest({ suite: [suite, "buergerfragen"] }, {});
  expect(narrowToChanged(read(), "HEAD")).toBeUndefined();
  writeIn(suite, "prompts/b.md", "Anders: {{question}} {{text}}");
  expect(narrowToChanged(read(), "HEAD")?.suites).toEqual([suite]);
});

test.each(["origin/main", "--output=x", ""])(
  "refuses the state %j that there is not",
  async (ref) => {
    repository();
    const error = await userErrorOf(() => narrowToChanged(readRequest({}, {}), ref));
    expect(error).toMatchObject({ exitCode: 2, code: "git-changes" });
  },
);
