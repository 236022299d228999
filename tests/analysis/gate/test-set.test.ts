import { describe, expect, test } from "vitest";
import { testSetHash } from "../../../analysis/gate/test-set.ts";
import { userErrorOf } from "../../helpers/user-error.ts";
import { buildSide, judge } from "./build-side.ts";

const cases = { a: "p", b: "p", c: "p" };

describe("a baseline of another test set is refused with the cases that differ", () => {
  test.each([
    ["an edited case", { hashes: { b: "bb" } }, "geändert: b"],
    ["a case more", { outcomes: { s: { ...cases, d: "p" } } }, "nur im neuen Lauf: d"],
    ["a case less", { outcomes: { s: { a: "p", b: "p" } } }, "nur in der Vergleichsbasis: c"],
    ["a case that became critical", { critical: ["a"] }, "geändert: a"],
    [
      "another version without hashes",
      { version: "2.0.0", hashes: { a: "" } },
      "Version 1.0.0 gegen 2.0.0",
    ],
  ])("%s", async (_what, part, message) => {
    const before = buildSide({ outcomes: { s: cases } });
    const after = buildSide({ outcomes: { s: cases }, ...part });
    const error = await userErrorOf(() => judge(before, after));
    expect(error).toMatchObject({ exitCode: 2, code: "other-test-set" });
    expect(error.message).toContain(message);
  });

  test("another version with the same cases is compared, and said", () => {
    const before = buildSide({ outcomes: { s: cases } });
    const after = buildSide({ outcomes: { s: cases }, version: "1.0.1" });
    expect(judge(before, after).notices.join()).toContain("nachweislich dieselben");
  });

  test("suites that only one side has are named; no common one is refused", async () => {
    const before = buildSide({ outcomes: { s: cases, t: cases } });
    expect(judge(before, buildSide({ outcomes: { s: cases } })).notices.join()).toContain(
      "„T“ (t) steht nur in der Vergleichsbasis",
    );
    const error = await userErrorOf(() => judge(before, buildSide({ outcomes: { u: cases } })));
    expect(error).toMatchObject({ exitCode: 2, code: "no-common-cases" });
  });

  test("the hash does not depend on the order, but on everything else", () => {
    const row = (id: string, hash = "a", critical = false) => ({ id, hash, critical, severity: 2 });
    const base = testSetHash([row("a"), row("b")]);
    expect(testSetHash([row("b"), row("a")])).toBe(base);
    for (const other of [[row("a")], [row("a"), row("b", "c")], [row("a"), row("b", "a", true)]]) {
      expect(testSetHash(other)).not.toBe(base);
    }
  });
});
