import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "./folders.ts";
import { checkPattern, graderPatterns, type CheckedPattern } from "./patterns.ts";
import { printLine } from "./print.ts";

/** Checks the graders' new regular expressions and writes the list of all of them. */
const file = join(programFolder, "tests", "golden", "patterns.json");
const known = new Map(
  existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as CheckedPattern[]).map((one) => [one.pattern, one])
    : [],
);
const patterns = await graderPatterns();
const checked = patterns.map((pattern) => known.get(pattern) ?? checkPattern(pattern));
writeFileSync(file, `${JSON.stringify(checked, null, 2)}\n`);
const fresh = patterns.filter((pattern) => !known.has(pattern)).length;
printLine(`${checked.length} Muster, ${fresh} neu geprüft: tests/golden/patterns.json`);
