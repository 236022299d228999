import { expect, test } from "vitest";
import { readGateOptions } from "../../../scripts/gate/gate-request.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

const now = new Date("2026-11-29T23:30:00Z");

function withQuarantine(text: string) {
  return readGateOptions({ quarantine: writeIn(temporaryFolder(), "quarantaene.yaml", text) }, now);
}

test("shares from points and percent, with comma or point", () => {
  expect(readGateOptions({}, now).settings).toEqual({
    maxDrop: 0.05,
    maxMissing: 0.05,
    strict: false,
  });
  const { settings, today } = readGateOptions(
    { "max-drop": "2,5", "max-missing": "10 %", strict: true },
    now,
  );
  expect(settings).toEqual({ maxDrop: 0.025, maxMissing: 0.1, strict: true });
  expect(today).toBe("2026-11-29");
});

test.each([
  [{ "max-drop": "viel" }, "--max-drop"],
  [{ "max-drop": "" }, "--max-drop"],
  [{ "max-drop": "%" }, "--max-drop"],
  [{ "max-missing": "-1" }, "--max-missing"],
  [{ "max-missing": "60" }, "--max-missing"],
  [{ input: "roh" }, "raw und pseudonymised"],
])("refuses %j", async (words, message) => {
  const error = await userErrorOf(() => readGateOptions(words, now));
  expect(error.exitCode).toBe(2);
  expect(error.message).toContain(message);
});

test("quarantine with a German date; an empty file is an empty list", () => {
  const entry = "- suite: s\n  case: a\n  until: 31.12.2026\n  reason: wird überarbeitet\n";
  expect(withQuarantine(entry).quarantine).toEqual([
    { suite: "s", case: "a", until: "2026-12-31", reason: "wird überarbeitet" },
  ]);
  expect(withQuarantine("").quarantine).toEqual([]);
  expect(withQuarantine("# nichts\n").quarantine).toEqual([]);
});

test.each([
  ["- suite: s\n  case: a\n  reason: x\n", "until: fehlt"],
  [
    "- suite: s\n  case: a\n  until: 31.02.2026\n  reason: x\n",
    "den Tag „31.02.2026“ gibt es nicht",
  ],
  ["- suite: s\n  case: a\n  until: 31.12.2026\n", "reason: fehlt"],
  ["suite: s\n", "muss eine Liste sein"],
])("refuses the quarantine %j with its place", async (text, message) => {
  const error = await userErrorOf(() => withQuarantine(text));
  expect(error.exitCode).toBe(2);
  expect(error.message).toContain(message);
  expect(error.message).toContain("quarantaene.yaml");
});
