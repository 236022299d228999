import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";

const folder = join(programFolder, "scripts");

/** The help of every command, by its file: a text that begins with the command itself. */
const helps = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const help = /\bhelp = `(?<text>npm [^`]*)`/u.exec(source)?.groups?.["text"];
    return help === undefined ? [] : [[name.replaceAll("\\", "/"), help] as const];
  });

test("every command's help names --offline", () => {
  expect(helps.length).toBeGreaterThan(18);
  const silent = helps.filter(([, help]) => !help.includes("--offline")).map(([name]) => name);
  // The tests of the program have no other options either.
  expect(silent).toEqual(["test/main.ts"]);
});
