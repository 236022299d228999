import { expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { namedModel } from "../../scripts/named-model.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const haus = modelConfigSchema.parse({ id: "compatible:haus", baseURL: "http://127.0.0.1:1/v1" });
const naming = { configured: [haus], command: "eval" };

test("a name means what is configured under it, else the bare model", () => {
  expect(namedModel("compatible:haus", naming)).toBe(haus);
  expect(namedModel("baseline:copy", naming)).toMatchObject({ id: "baseline:copy" });
  expect(namedModel("compatible:x", { ...naming, configured: [] })).toMatchObject({
    id: "compatible:x",
  });
});

test.each([
  [
    "compatible:hans",
    /„compatible:hans“ steht nicht in den Einstellungen. Meinten Sie „compatible:haus“\?/u,
  ],
  ["compatible:ganz-anders", /„compatible:ganz-anders“ steht nicht in den Einstellungen\.$/u],
  ["ohne-weg", /--model ohne-weg/u],
])("%s is refused", async (id, message) => {
  const error = await userErrorOf(async () => namedModel(id, naming));
  expect(error.message).toMatch(message);
  expect(error).toMatchObject({ exitCode: 2 });
});
