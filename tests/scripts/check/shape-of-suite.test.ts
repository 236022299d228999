import { describe, expect, test } from "vitest";
import { shapeOfSuite } from "../../../scripts/check/shape-of-suite.ts";
import { sampleCase, sampleSuite } from "../../helpers/sample-suite.ts";

const tags = ["amt-steueramt", "lebenslage-hund", "pruefen"];

describe("shapeOfSuite", () => {
  test("counts examples, words and tags", () => {
    const example = { answer: "96 Euro." };
    const shape = shapeOfSuite(
      sampleSuite({
        cases: [
          sampleCase({ tags, passes: [example, example], fails: [] }),
          sampleCase({ id: "b", tags: ["pruefen"], input: { text: "Eins zwei drei." } }),
        ],
      }),
    );
    expect(shape).toMatchObject({ twoEach: 0, oneEach: 0 });
    expect(shape.words).toEqual({ least: 3, median: 9.5, most: 16 });
    expect(shape.tags[0]).toEqual(["pruefen", 2]);
  });
});
