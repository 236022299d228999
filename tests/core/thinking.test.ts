import { expect, test } from "vitest";
import { withoutThinking } from "../../core/thinking.ts";

test.each(["think", "thinking", "reasoning"])("<%s> in front becomes blanks", (tag) => {
  const thought = `\n<${tag}>19 < 24\nalso 27,60</${tag}>`;
  const heard = withoutThinking(`${thought}\nDer Ausweis kostet 27,60 Euro.`);
  expect(heard).toBe(`${" ".repeat(thought.length)}\nDer Ausweis kostet 27,60 Euro.`);
});

test("a block that nothing closes is all of it", () => {
  expect(withoutThinking("<think>Erst").trim()).toBe("");
});

test.each(["Der Tag <think> öffnet.", "Text <think>x</think>", "<thinker>x</thinker>", ""])(
  "%j stays as it is",
  (text) => {
    expect(withoutThinking(text)).toBe(text);
  },
);
