import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { everyCommand } from "../../scripts/security/every-command.ts";

const { scripts } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** For the program's makers; they look at nothing that comes from outside. */
const makers = /^(?:test|bench|format|test:live|build:[\w-]+)$/u;

const around = {
  folder: "f",
  config: "amtsprobe.yaml",
  run: "lauf",
  other: "lauf2",
  model: "m",
};
const orders = everyCommand(around);
const commands = orders.map(({ words }) => words.join(" "));

test("no command is missing from the proofs of egress and keys", () => {
  const own = Object.keys(scripts).filter((name) => !makers.test(name));
  // Every proof begins with runs of its own.
  const proven = new Set(["eval", ...orders.map(({ words }) => words[0] ?? "")]);
  expect(proven).toEqual(new Set(own));
});

test("no part of promptfoo, no format and no place for output is missing", () => {
  const main = readFileSync(join(programFolder, "scripts/promptfoo/main.ts"), "utf8");
  const parts = [...main.matchAll(/async \(\) => import\("\.\/(?<part>\w+)\.ts"\)/gu)].map(
    ({ groups }) => groups?.["part"] ?? "",
  );
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts)
    expect(commands).toContainEqual(expect.stringMatching(`promptfoo ${part}`));
  const formats = readFileSync(join(programFolder, "scripts/rerun/report.ts"), "utf8");
  for (const name of ["html", "csv", "markdown", "vvt", "dsfa"]) {
    expect(formats).toContain(name);
    expect(commands.join("\n")).toMatch(new RegExp(`--format \\S*${name}`, "u"));
  }
});

test("every option that names a file or folder to write is in the proofs", () => {
  const names = orders.map(({ words }) => words[0] ?? "");
  const helps = [...new Set(names)].flatMap((name) => {
    const file = { gate: "gate/words.ts", analyse: "rerun/analyse.ts", report: "rerun/report.ts" }[
      name
    ];
    return file === undefined ? [] : [readFileSync(join(programFolder, "scripts", file), "utf8")];
  });
  const options = helps
    .join("\n")
    .split("\n")
    .filter((line) => /schreibt|wohin/u.test(line))
    .flatMap((line) => line.match(/^ {2}--[\w-]+/u) ?? [])
    .map((option) => option.trim())
    .filter((option) => option !== "--compare");
  expect(options).toContain("--save");
  for (const option of new Set(options)) expect(commands.join("\n")).toContain(option);
});
