import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openTerminal } from "../../../scripts/new/terminal.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

function streams() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  return { input, output: new PassThrough() };
}

test("gives the line that is typed", async () => {
  const { input, output } = streams();
  const terminal = openTerminal({ input, output });
  const answer = terminal?.ask("Name? ");
  input.write("unsere-fragen\r");
  expect(await answer).toBe("unsere-fragen");
  terminal?.close();
});

test.each([
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
])("%s gives up with a sentence instead of a stack", async (_name, key) => {
  const { input, output } = streams();
  const terminal = openTerminal({ input, output });
  const error = userErrorOf(async () => terminal?.ask("Name? "));
  input.write(key);
  expect(await error).toMatchObject({
    code: "cancelled",
    exitCode: 3,
    message: "Abgebrochen, nichts angelegt.",
  });
  terminal?.close();
});

test("without a terminal nobody is asked", () => {
  const { output } = streams();
  expect(openTerminal({ input: new PassThrough(), output })).toBeUndefined();
});
