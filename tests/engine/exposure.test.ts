import { expect, test } from "vitest";
import { measureExposure } from "../../engine/exposure.ts";
import { sampleCase, sampleSuite } from "../helpers/sample-suite.ts";

const count = (text: string, lists: { readonly protected: readonly string[] }) =>
  lists.protected.filter((value) => text.includes(value)).length;

test("counts protected values in the messages that would be sent, per variant and input", () => {
  const rows = measureExposure(
    {
      suites: [sampleSuite()],
      variants: ["untrained", "trained"],
      inputs: ["raw", "pseudonymised"],
      profile: "full",
      seed: 1,
    },
    count,
  );
  expect(rows.map(({ variant, input, items }) => `${variant} ${input} ${items}`)).toEqual([
    "untrained-kurz raw 1",
    "untrained-vage raw 1",
    "trained raw 1",
    "untrained-kurz pseudonymised 0",
    "untrained-vage pseudonymised 0",
    "trained pseudonymised 0",
  ]);
});

test("says nothing about cases that name no protected values", () => {
  const cases = [sampleCase({ expected: { facts: ["96 Euro"] } })];
  const rows = measureExposure(
    {
      suites: [sampleSuite({ cases })],
      variants: ["trained"],
      inputs: ["raw"],
      profile: "full",
      seed: 1,
    },
    count,
  );
  expect(rows).toEqual([]);
});
