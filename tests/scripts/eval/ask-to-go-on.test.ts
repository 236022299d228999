import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askToGoOn, type Terminal } from "../../../scripts/eval/ask-to-go-on.ts";

const trouble = { endpoint: "http://haus", code: "network", message: "weg", length: 10 } as const;
const never = new AbortController().signal;

/** Streams that look like a terminal, with what a person types. */
function terminal(typed: string, isTTY = true): Terminal & { readonly shown: () => string } {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY });
  input.write(typed);
  return {
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    shown: () => String(output.read() ?? ""),
  };
}

test.each([
  ["j\n", "continue"],
  ["Ja\n", "continue"],
  ["\n", "stop"],
  ["nein\n", "stop"],
])("%j means %s", async (typed, decision) => {
  const screen = terminal(typed);
  expect(await askToGoOn(trouble, screen, never)).toBe(decision);
  expect(screen.shown()).toContain("http://haus: 10 gleiche Fehler nacheinander. weg");
});

test("nobody at the terminal, or Ctrl-C, means stop", async () => {
  expect(await askToGoOn(trouble, terminal("j\n", false), never)).toBe("stop");
  expect(await askToGoOn(trouble, terminal(""), AbortSignal.abort())).toBe("stop");
});
