import { expect, test } from "vitest";
import { commandHelps } from "../helpers/command-helps.ts";

test("every command's help names --offline", () => {
  expect(commandHelps.length).toBeGreaterThan(18);
  const silent = commandHelps
    .filter(([, help]) => !help.includes("--offline"))
    .map(([name]) => name);
  // The tests of the program have no other options either.
  expect(silent).toEqual(["test/main.ts"]);
});
