import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLimits } from "../../core/read-limits.ts";
import { exitCodes } from "../../core/user-error.ts";
import { readConfig } from "../../datasets/read-config.ts";
import { readCases } from "../../datasets/read-cases.ts";
import { parseCsv, readCsv } from "../../datasets/read-csv.ts";
import { readSuite } from "../../datasets/read-suite.ts";
import { readText } from "../../datasets/read-text.ts";
import { parseYaml, readYaml } from "../../datasets/read-yaml.ts";
import { yamlExcess } from "../../datasets/yaml-pieces.ts";
import { writeSuite } from "../helpers/probe-suite.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

/** Two gigabytes of holes: takes no room on the disk. */
function hugeFile(name: string): string {
  const file = writeIn(temporaryFolder(), name, "- id: a\n");
  truncateSync(file, 2 * 1024 ** 3);
  return file;
}

describe("YAML", () => {
  const deep = readLimits.depth + 1;
  test.each([
    ["opening brackets without end", "[".repeat(1_000_000), "yaml-depth"],
    ["closed lists", "[".repeat(deep) + "]".repeat(deep), "yaml-depth"],
    ["objects", "{a: ".repeat(deep) + "1" + "}".repeat(deep), "yaml-depth"],
    ["lists in one line", `${"- ".repeat(100_000)}x`, "yaml-depth"],
    ["explicit keys", `${"? ".repeat(100_000)}x`, "yaml-depth"],
    ["a reference to itself", "a: &a [*a]", "yaml-aliases"],
    ["a reference to its own object", "a: &a\n  b: [c, {d: *a}]", "yaml-aliases"],
    [
      "a bomb of references",
      `a0: &a0 [x,x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at}]`).join("\n")}`,
      "yaml-aliases",
    ],
  ])("%s: refused", async (_, text, code) => {
    const error = await userErrorOf(() => parseYaml(text, "faelle.yaml"));
    expect([error.code, error.exitCode]).toEqual([code, exitCodes.usage]);
    expect(error.nextStep).not.toBe("");
  });

  test("as deep as allowed is read, and brackets in a text are no brackets", () => {
    const text = "[".repeat(readLimits.depth - 10) + "x" + "]".repeat(readLimits.depth - 10);
    expect(yamlExcess(text)).toBeUndefined();
    expect(yamlExcess(`a: "${"[".repeat(500)}"\nb: |\n  ${"{".repeat(500)}\n`)).toBeUndefined();
    expect(parseYaml(text, "a").value).toBeInstanceOf(Array);
  });

  test("very many keys are read at once, and one that stands twice is found", async () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: x`).join("\n");
    expect(Object.keys(parseYaml(keys, "a").value as object)).toHaveLength(20_000);
    const error = await userErrorOf(() => parseYaml(`${keys}\nk7: y`, "a"));
    expect([error.code, error.place?.line]).toEqual(["duplicate-key", 20_001]);
  });

  test("a key and a reference of the same spelling in different groups are fine", () => {
    expect(parseYaml("a: {x: 1}\nb: {x: 2}\nc: &c 3\nd: *c", "a").value).toEqual({
      a: { x: "1" },
      b: { x: "2" },
      c: "3",
      d: "3",
    });
  });
});

describe("files", () => {
  test.each([
    ["suite, prompt", (file: string) => readText(file), "a.md"],
    ["cases", (file: string) => readYaml(file), "faelle.yaml"],
    ["table", (file: string) => readCsv(file), "faelle.csv"],
    ["settings", (file: string) => readConfig(file), "amtsprobe.yaml"],
  ])("of 2 GB are refused before they are read: %s", async (_, read, name) => {
    const before = process.resourceUsage().maxRSS;
    const error = await userErrorOf(() => read(hugeFile(name)));
    expect([error.code, error.exitCode]).toEqual(["file-too-large", exitCodes.usage]);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024);
  });

  test("YAML may be smaller than a table", async () => {
    const file = writeIn(temporaryFolder(), "a.yaml", "");
    truncateSync(file, readLimits.yaml + 1);
    expect((await userErrorOf(() => readYaml(file))).code).toBe("file-too-large");
  });

  test.skipIf(process.platform === "win32")(
    "a pipe, a device and a folder are no files",
    async () => {
      const pipe = join(temporaryFolder(), "faelle.csv");
      execFileSync("mkfifo", [pipe]);
      for (const file of [pipe, "/dev/zero", temporaryFolder()]) {
        expect((await userErrorOf(() => readText(file))).code).toBe("no-file");
      }
    },
  );

  test("a table with NUL characters and one that is an archive are refused", async () => {
    const folder = temporaryFolder();
    const nul = writeIn(folder, "a.csv", "id;input.text\na;b\u0000c\n");
    expect((await userErrorOf(() => readCsv(nul))).code).toBe("not-text");
    const zip = join(folder, "faelle.csv");
    writeFileSync(zip, Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(100)]));
    expect((await userErrorOf(() => readCsv(zip))).code).toBe("not-text");
  });
});

describe("tables", () => {
  test("with too many columns are refused", async () => {
    const error = await userErrorOf(() => parseCsv(`${"a;".repeat(200_000)}b\n`, "faelle.csv"));
    expect([error.code, error.exitCode]).toEqual(["too-many-columns", exitCodes.usage]);
  });

  test("with more rows than a call may have arguments are read", () => {
    expect(parseCsv(`id;b\n${"x;y\n".repeat(150_000)}`, "faelle.csv")).toHaveLength(150_000);
  });

  test("of thousands of flaws a hundred are named", async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `- id: fall-${at}\n`).join("");
    const file = writeIn(temporaryFolder(), "faelle.yaml", rows);
    const { message } = await userErrorOf(() => readCases(file));
    expect(message.split("\n")).toHaveLength(101);
    expect(message).toMatch(/und \d+ weitere Stellen/u);
  });
});

describe("a suite's folder", () => {
  const secret = "Nur für den Dienstgebrauch {{question}} {{text}}";
  function suiteWithLink(name: string): string {
    const folder = temporaryFolder();
    const suite = writeSuite(folder, 1);
    const outside = writeIn(folder, "geheim.txt", secret);
    execFileSync("rm", [join(suite, name)]);
    symlinkSync(outside, join(suite, name));
    return suite;
  }

  test.each(["suite.yaml", "prompts/a.md", "faelle.yaml"])(
    "%s may not be a link that leads out of it",
    async (name) => {
      const error = await userErrorOf(() => readSuite(suiteWithLink(name)));
      expect(error.code).toBe("outside-suite");
      expect(error.message).not.toContain("Dienstgebrauch");
    },
  );

  test("a linked folder of prompts may not lead out either, a link inside may stay", async () => {
    const folder = temporaryFolder();
    const suite = writeSuite(folder, 1);
    mkdirSync(join(folder, "fremd"));
    writeIn(join(folder, "fremd"), "a.md", secret);
    writeIn(join(folder, "fremd"), "b.md", secret);
    execFileSync("rm", ["-r", join(suite, "prompts")]);
    symlinkSync(join(folder, "fremd"), join(suite, "prompts"));
    expect((await userErrorOf(() => readSuite(suite))).code).toBe("outside-suite");

    const fine = writeSuite(temporaryFolder(), 1);
    execFileSync("mv", [join(fine, "faelle.yaml"), join(fine, "alle.yaml")]);
    symlinkSync(join(fine, "alle.yaml"), join(fine, "faelle.yaml"));
    expect(readSuite(fine).cases).toHaveLength(1);
  });
});
