import { expect, test } from "vitest";
import {
  isInnerToInfinitive,
  isMostlyActive,
  participleKind,
} from "../../../../graders/text/style/participle.ts";

test.each(
  "gestellt geprüft gegeben abgelehnt zurückgewiesen bewilligt entschieden informiert unterschrieben anerkannt übermittelt vorausgesetzt einbezogen angeboten stattgegeben getan".split(
    " ",
  ),
)("participle: %s", (word) => {
  expect(participleKind(word)).toBe("participle");
});

test.each("vergeben erlassen erhalten übertragen".split(" "))("may be both: %s", (word) => {
  expect(participleKind(word)).toBe("open");
});

test.each(
  "prüfen gegen genau gestellten gegebenen nicht bekannt bestimmt gewähren beantragen unterwegs alt überhaupt".split(
    " ",
  ),
)("no participle: %s", (word) => {
  expect(participleKind(word)).toBeUndefined();
});

test("knows verbs that speak of the future, and infinitives with zu inside", () => {
  expect(isMostlyActive("erhalten")).toBe(true);
  expect(isMostlyActive("erlassen")).toBe(false);
  expect(["einzureichen", "vorzulegen", "aufzuheben"].every(isInnerToInfinitive)).toBe(true);
  expect(["zuletzt", "dazugehören", "bezahlen", "kurzum"].some(isInnerToInfinitive)).toBe(false);
});
