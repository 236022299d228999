import { describe, expect, test } from "vitest";
import { choosePlaces } from "../../../analysis/gate/places.ts";
import type { GateSide } from "../../../analysis/gate/gate-side.ts";
import { userErrorOf } from "../../helpers/user-error.ts";
import { buildSide } from "./build-side.ts";

/** One trial for each of the places. */
function side(...places: readonly (readonly [model: string, variant: string, input?: string])[]) {
  const made = places.flatMap(([model, variant, input = "raw"]) =>
    buildSide({ outcomes: { s: { a: "p" } }, model, variant }).trials.map((trial) => ({
      ...trial,
      input: input as "raw",
    })),
  );
  return { ...buildSide({ outcomes: { s: { a: "p" } } }), trials: made } satisfies GateSide;
}

function pairs(...[before, after, choice = {}]: [GateSide, GateSide, object?]) {
  return choosePlaces(before, after, choice).pairs.map(
    (pair) =>
      `${pair.before.model}/${pair.before.variant} ${pair.after.model}/${pair.after.variant}/${pair.after.input}${pair.deciding ? "" : " shown"}`,
  );
}

describe("choosePlaces", () => {
  test("the same model, prompt and input; trained and raw decide", () => {
    const both = side(["m", "trained"], ["m", "untrained-kurz"], ["m", "trained", "pseudonymised"]);
    expect(pairs(both, both)).toEqual([
      "m/trained m/trained/raw",
      "m/trained m/trained/pseudonymised shown",
      "m/untrained m/untrained/raw shown",
    ]);
    expect(pairs(both, both, { variant: "untrained" })).toEqual(["m/untrained m/untrained/raw"]);
  });

  test("a single prompt of another name is paired, and with several there the trained one", () => {
    expect(pairs(side(["m", "alt"]), side(["m", "neu"]))).toEqual(["m/alt m/neu/raw"]);
    const many = side(["m", "trained"], ["m", "untrained-vage"]);
    expect(pairs(many, side(["m", "neu"]))).toEqual(["m/trained m/neu/raw"]);
    expect(choosePlaces(many, side(["m", "neu"]), {}).notices).toEqual([
      "Verglichen wird „neu“ mit „trained“ der Vergleichsbasis.",
    ]);
    expect(pairs(many, side(["m", "neu"]), { baselineVariant: "untrained" })).toEqual([
      "m/untrained m/neu/raw",
    ]);
  });

  test.each([
    ["nothing in common", side(["m", "a"], ["m", "b"]), side(["m", "c"], ["m", "d"]), {}],
    ["a model that is not there", side(["m", "a"]), side(["m", "a"]), { model: "x" }],
    [
      "a baseline prompt that is not there",
      side(["m", "a"]),
      side(["m", "a"]),
      { baselineVariant: "x" },
    ],
    ["two models, none the same", side(["m", "a"], ["n", "a"]), side(["o", "a"]), {}],
  ])("refuses %s", async (_what, before, after, choice) => {
    const error = await userErrorOf(() => choosePlaces(before, after, choice));
    expect(error).toMatchObject({ exitCode: 2, code: "gate-places" });
  });
});
