import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";

const run = promisify(execFile);

/** Prints the address of every module that is loaded, on stderr. */
const watcher = `import module from "node:module";
import { writeSync } from "node:fs";
module.registerHooks({ load: (url, context, next) => (writeSync(2, url + "\\n"), next(url, context)) });`;

/** The program that `npm run eval` starts, without Node.js and its flags. */
function programOf(command: string): string {
  const text = readFileSync(join(programFolder, "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
  return (scripts[command] ?? "").split(" ").slice(1).join(" ");
}

test("npm run eval loads nothing that its first call can do without", async () => {
  const [program = "", ...flags] = programOf("eval").split(" ").toReversed();
  const preload = `data:text/javascript,${encodeURIComponent(watcher)}`;
  const words = [...flags.toReversed(), "--import", preload, program, "--help"];
  const { stdout, stderr } = await run(process.execPath, words, { cwd: programFolder });
  expect(stdout).toContain("npm run eval");
  expect(stderr).toContain("/engine/run.ts");
  // What only knows the names of promptfoo's graders is small and may be there; promptfoo is not.
  const packages = ["tsx", "esbuild", "promptfoo", "node-llama-cpp", "eld", "nunjucks", "js-yaml"];
  const folders = ["/bridges/", "/reports/", "/training/"];
  const needless = [...packages.map((name) => `/node_modules/${name}/`), ...folders];
  expect(needless.filter((part) => stderr.includes(part))).toEqual([]);
}, 60_000);
