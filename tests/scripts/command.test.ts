import { expect, test } from "vitest";
import { UserError } from "../../core/user-error.ts";
import { checkNodeVersion, describeError } from "../../scripts/command.ts";
import { wrongUse } from "../../scripts/options.ts";
import { userErrorOf } from "../helpers/user-error.ts";

test("refuses a Node.js older than 24 with the way out", async () => {
  const error = await userErrorOf(() => checkNodeVersion("20.20.2"));
  expect(error).toMatchObject({ code: "old-node", exitCode: 2 });
  expect(error.message).toContain("20.20.2");
  expect(error.nextStep).toContain("npm run");
  expect(() => checkNodeVersion("24.0.0")).not.toThrow();
});

test("shows place, message and next step, and no stack", () => {
  const error = new UserError("Die Zeile ist kaputt.", {
    code: "x",
    exitCode: 2,
    place: { file: "faelle.csv", line: 3 },
    nextStep: "Reparieren Sie sie.",
  });
  expect(describeError(error)).toBe(
    "Fehler: faelle.csv, Zeile 3\n  Die Zeile ist kaputt.\n→ Reparieren Sie sie.",
  );
});

test("shows the stack of a programming mistake", () => {
  expect(describeError(new TypeError("hoppla"))).toContain("TypeError: hoppla");
});

test.each([
  ["gate", "npm run gate -- --help"],
  ["promptfoo -- export", "npm run promptfoo -- export --help"],
])("points from %j to a help that exists", (command, help) => {
  expect(wrongUse("Falsch.", command).nextStep).toContain(`„${help}“`);
});
