import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { askInTurn, askToGoOn, type Terminal } from "../../../scripts/eval/ask-to-go-on.ts";

const trouble = { endpoint: "http://haus", code: "network", message: "weg", length: 10 } as const;

/** Streams that look like a terminal, with what a person types. */
function terminal(typed: string, isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY });
  input.write(typed);
  const streams: Terminal = {
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
  };
  return { streams, input, shown: () => String(output.read() ?? "") };
}

function makeInterrupt() {
  const controller = new AbortController();
  return { signal: controller.signal, request: () => controller.abort() };
}

test.each([
  ["j\n", "continue"],
  ["Ja\n", "continue"],
  ["\n", "stop"],
  ["nein\n", "stop"],
])("%j means %s", async (typed, decision) => {
  const { streams, shown } = terminal(typed);
  const place = { terminal: streams, interrupt: makeInterrupt() };
  expect(await askToGoOn(trouble, place)).toBe(decision);
  expect(shown()).toContain("http://haus: 10 gleiche Fehler nacheinander. weg");
});

test("nobody at the terminal, a run that ends, and the end of the input mean stop", async () => {
  const interrupt = makeInterrupt();
  const { streams: unmanned } = terminal("j\n", false);
  expect(await askToGoOn(trouble, { terminal: unmanned, interrupt })).toBe("stop");
  const { streams: closing, input } = terminal("");
  const asked = askToGoOn(trouble, { terminal: closing, interrupt });
  input.end();
  expect(await asked).toBe("stop");
  interrupt.request();
  const { streams } = terminal("");
  expect(await askToGoOn(trouble, { terminal: streams, interrupt })).toBe("stop");
});

test("Ctrl-C at the question, which arrives as a key, asks the run to end", async () => {
  const interrupt = makeInterrupt();
  const { streams } = terminal("\u0003");
  expect(await askToGoOn(trouble, { terminal: streams, interrupt })).toBe("stop");
  expect(interrupt.signal.aborted).toBe(true);
});

test("asks about one endpoint after the other, with the terminal kept free", async () => {
  const { streams, input, shown } = terminal("");
  const free: string[] = [];
  const ask = askInTurn({
    terminal: streams,
    interrupt: makeInterrupt(),
    free: async (question) => {
      free.push("begin");
      const answer = await question();
      free.push("end");
      return answer;
    },
  });
  const first = ask(trouble);
  const second = ask({ ...trouble, endpoint: "http://amt" });
  await setImmediate();
  const before = shown();
  expect(before).toContain("http://haus");
  expect(before).not.toContain("http://amt");
  input.write("j\n");
  expect(await first).toBe("continue");
  input.write("n\n");
  expect(await second).toBe("stop");
  expect(free).toEqual(["begin", "end", "begin", "end"]);
});
