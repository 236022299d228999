import { readFileSync } from "node:fs";
import vm from "node:vm";
import { expect, test } from "vitest";
import { z } from "zod";

const patterns = z
  .array(z.object({ pattern: z.string() }))
  .parse(JSON.parse(readFileSync("tests/golden/patterns.json", "utf8")));

/** Milliseconds; what tries every way to cut seventy characters does not end in a lifetime. */
const longest = 20_000;

/** Rows of every character that a pattern names, with something behind them that may not fit. */
function rowsFor(source: string): string[] {
  const named = source.replaceAll(/\\(?:u\{?[0-9a-fA-F]+\}?|p\{[^}]*\}|[a-zA-Z])/gu, "");
  const characters = [...new Set(Array.from(`aA1x-. ${named}`))].filter((one) => {
    return !"()|?:^$\\".includes(one);
  });
  return characters
    .slice(0, 40)
    .flatMap((one) =>
      ["n", "!", "1", " ", ""].flatMap((behind) => [
        one.repeat(70) + behind,
        ` ${one.repeat(70)}${behind}`,
        `${one} `.repeat(36) + behind,
        `a ${one} `.repeat(24) + behind,
        `${one.repeat(3)}-`.repeat(12) + behind,
      ]),
    );
}

// The checker behind `npm run build:patterns` has called a pattern safe that tried every way to cut a row of x's.
test("no pattern with a repetition of groups takes forever", { timeout: 300_000 }, () => {
  const slow: string[] = [];
  for (const { pattern } of patterns) {
    const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/su.exec(pattern) ?? [];
    if (!/[)\]}][*+{]/u.test(source)) continue;
    const context = vm.createContext({
      source,
      flags: flags.replace(/[gy]/gu, ""),
      texts: rowsFor(source),
    });
    const code =
      "{ const read = new RegExp(source, flags); for (const text of texts) read.test(text); }";
    try {
      vm.runInContext(code, context, { timeout: longest });
    } catch (cause) {
      slow.push(`${pattern}: ${String(cause)}`);
    }
  }
  expect(slow).toEqual([]);
});
