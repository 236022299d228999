import { describe, expect, test } from "vitest";
import { sari, sariVariants, type SariSegment } from "../../../../graders/text/metrics/sari.ts";

const { A, B, C, D } = sariVariants;

function tokens(text: string): string[] {
  return text.toLowerCase().split(" ");
}

function segment(source: string, output: string, references: readonly string[]): SariSegment {
  return { source: tokens(source), output: tokens(output), references: references.map(tokens) };
}

/** Some vectors are printed with six decimals only. */
function expectNear(value: number, expected: number): void {
  expect(Math.abs(value - expected), `${value} for ${expected}`).toBeLessThanOrEqual(1e-6);
}

const species = "About 95 species are currently accepted .";
const speciesReferences = [
  "About 95 species are currently known .",
  "About 95 species are now accepted .",
  "95 species are now accepted .",
] as const;
const german = "Der Antrag ist bei der zuständigen Behörde schriftlich einzureichen .";
const germanReferences = [
  "Sie müssen den Antrag bei der Behörde schriftlich stellen .",
  "Stellen Sie den Antrag schriftlich bei der Behörde .",
];

describe("sari", () => {
  test.each([
    [
      "About 95 you now get in .",
      26.82782411698074,
      26.953601953601954,
      31.350247,
      26.953602,
      31.882081,
    ],
    [
      "About 95 species are now agreed .",
      58.89995423074248,
      61.709656084656075,
      63.237434,
      61.709656,
      63.59979,
    ],
    [
      "About 95 species are currently agreed .",
      50.71608864657479,
      50.88681849551415,
      46.729309,
      50.886818,
      47.194303,
    ],
    [species, 21.87321752657505, 55.20655085990839, 21.873218, 21.873218, 22.739356],
    [speciesReferences[1], 75.93611855516617, 78.29135035656775, 76.963512, 78.29135, 77.100982],
  ])("English: %s", (output, a, b, c, cPrecision, d) => {
    const one = [segment(species, output, speciesReferences)];
    expectNear(sari(one, A).sari, a);
    expectNear(sari(one, B).sari, b);
    expectNear(sari(one, C).sari, c);
    expectNear(sari(one, { ...C, deletion: "precision" }).sari, cPrecision);
    expectNear(sari(one, D).sari, d);
  });

  test.each([
    ["About 95 you now get in .", 8.333333, 22.527473, 63.189935],
    ["About 95 species are now agreed .", 32.142857, 79.375, 78.194444],
    ["About 95 species are currently agreed .", 0, 77.660455, 62.527473],
  ])("the parts of C: %s", (output, add, keep, deleted) => {
    const parts = sari([segment(species, output, speciesReferences)], C);
    expectNear(parts.add, add);
    expectNear(parts.keep, keep);
    expectNear(parts.delete, deleted);
  });

  test.each([
    [
      "Sie müssen den Antrag schriftlich bei der Behörde stellen .",
      66.66351010101,
      84.44128787878788,
      70.109971,
      70.625064,
    ],
    [
      "Der Antrag ist schriftlich einzureichen .",
      30.13888888888889,
      38.47222222222222,
      29.865079,
      30.043818,
    ],
    [german, 8.702791461412152, 42.03612479474548, 8.630952, 9.236948],
  ])("German: %s", (output, a, b, c, d) => {
    const one = [segment(german, output, germanReferences)];
    expectNear(sari(one, A).sari, a);
    expectNear(sari(one, B).sari, b);
    expectNear(sari(one, C).sari, c);
    expectNear(sari(one, D).sari, d);
  });

  test("the other definition of a deletion shows", () => {
    const outputs = [
      "Sie müssen den Antrag schriftlich bei der Behörde stellen .",
      "Der Antrag ist schriftlich einzureichen .",
    ];
    const values = outputs.map((output) => {
      const one = [segment(german, output, germanReferences)];
      return sari(one, { ...C, partialDeletion: false }).sari;
    });
    expectNear(values[0] ?? 0, 68.026637);
    expectNear(values[1] ?? 0, 27.781746);
  });

  test("0/0 is 1 in B only", () => {
    const same = [segment(species, species, [species])];
    expectNear(sari(same, B).sari, 100);
    const short = [segment("a b c", "a b c", ["a b c"])];
    expectNear(sari(short, A).sari, 25);
    expectNear(sari(short, B).sari, 100);
    expectNear(sari(short, C).sari, 25);
  });

  test("recall of KEEP by sums and by ratios", () => {
    const one = [segment("a b", "b", ["a b", "a"])];
    expectNear(sari(one, A).sari, 8.33333333);
    expectNear(sari(one, C).sari, 8.88888889);
  });

  test("EASSE's corpus, counts summed", () => {
    const corpus = [
      segment(species, "About 95 you now get in .", speciesReferences),
      segment("The cat perched on the mat .", "Cat on mat .", [
        "The cat sat on the mat .",
        "The cat is on the mat .",
        "The cat sat .",
      ]),
    ];
    const result = sari(corpus, C);
    expectNear(result.sari, 33.17472563619544);
    expectNear(result.add, 6.25);
    expectNear(result.keep, 24.67344);
    expectNear(result.delete, 68.600737);
  });
});
