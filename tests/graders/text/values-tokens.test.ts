import { describe, expect, test } from "vitest";
import { valueTokens } from "../../../graders/text/values-tokens.ts";

describe("valueTokens", () => {
  test("cuts texts of any length", () => {
    for (const count of [1, 170, 171, 400]) {
      const tokens = valueTokens("37 Euro, ".repeat(count));
      expect(tokens.map(({ text }) => text)).toEqual(
        Array.from({ length: count }, () => ["37", "Euro", ","]).flat(),
      );
      expect(tokens.at(-1)?.end).toBe(count * 9 - 1);
    }
  });

  test("leaves nothing of the text before in its tokens", () => {
    valueTokens("37&nbsp;&euro; am 1. März");
    const [word, sign, digits] = valueTokens("Amt § 007");
    expect(word).toEqual({
      kind: "word",
      text: "Amt",
      lower: "amt",
      roles: 0,
      number: -1,
      start: 0,
      end: 3,
      gap: "none",
    });
    expect(sign).toMatchObject({ kind: "sign", text: "§", number: -1, start: 4, end: 5 });
    expect(digits).toMatchObject({
      kind: "digits",
      text: "007",
      lower: "007",
      roles: 0,
      number: 7,
    });
  });
});
