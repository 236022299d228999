import { describe, expect, test } from "vitest";
import { runCommandLine } from "../helpers/run-command.ts";

describe("npm run grade", { timeout: 60_000 }, () => {
  test("prints the readability of one short answer in the contract's form", async () => {
    const input = '{"id":"1","answer":"Der Antrag kostet 37 Euro."}\n';
    const { code, stdout, stderr } = await runCommandLine("grade", ["--grader", "readability"], {
      input,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const line = JSON.parse(stdout) as { score: { measures: Record<string, number> } };
    expect(Object.keys(line)).toEqual(["id", "grader", "version", "score"]);
    expect(line).toMatchObject({
      id: "1",
      grader: "readability",
      score: {
        status: "scored",
        passed: true,
        measures: { words: 5, sentences: 1, indicative: 1 },
      },
    });
    expect(Object.keys(line.score.measures)).toEqual(
      expect.arrayContaining(
        "sentences words syllables polysyllables longWords fre wstf1 wstf4 lix gsmog indicative".split(
          " ",
        ),
      ),
    );
  });

  test("grades many lines in order, with cases and options", async () => {
    const input = [
      { id: 1, answer: "Das kostet 1234,5 Euro.", case: { expected: { facts: ["1.234,50 €"] } } },
      { id: "b", answer: "Das weiß ich nicht.", case: { expected: { facts: ["1.234,50 €"] } } },
      { id: "c", answer: "", case: { expected: { facts: ["1.234,50 €"] } } },
    ];
    const { stdout } = await runCommandLine("grade", ["--grader", "facts"], {
      input: input.map((line) => JSON.stringify(line)).join("\r\n"),
    });
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { id: 1, score: { passed: true } },
      { id: "b", score: { passed: false } },
      { id: "c", score: { status: "unscored" } },
    ]);
  });

  test.each([
    ["an unknown grader", ["--grader", "geschmack"], "", "Bekannt sind"],
    ["no grader", [], "", "--grader"],
    ["options that are no JSON", ["--grader", "facts", "--options", "{"], "", "JSON"],
    ["unknown options", ["--grader", "readability", "--options", '{"x":1}'], "", "„x“"],
    ["a line that is no JSON", ["--grader", "facts"], "hallo\n", "Zeile 1"],
    ["a line without an answer", ["--grader", "facts"], '{"id":"1"}\n', "answer"],
    [
      "an unknown key in a case",
      ["--grader", "facts"],
      '{"id":"1","answer":"x","case":{"expected":{"fakten":["a"]}}}\n',
      "„fakten“",
    ],
  ])("refuses %s with exit code 2", async (_what, words, input, message) => {
    const { code, stderr } = await runCommandLine("grade", words, { input });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
