import { expect, test } from "vitest";
import { commandHelps } from "../helpers/command-helps.ts";

test("no line of a help is wider than a terminal of 80 columns", () => {
  expect(commandHelps.length).toBeGreaterThan(18);
  const wide = commandHelps.flatMap(([name, help]) =>
    help.split("\n").flatMap((line) => (line.length > 80 ? [`${name}: ${line}`] : [])),
  );
  expect(wide).toEqual([]);
});
