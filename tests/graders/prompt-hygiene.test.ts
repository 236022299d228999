import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { promptHygiene } from "../../graders/prompt-hygiene.ts";
import { suitesFolder } from "../../scripts/folders.ts";
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const passes = [
  "Beantworte die Frage in zwei Sätzen. Stütze dich nur auf das Merkblatt. Falls es keine Antwort enthält, sag das.",
  "Übersetze den Text ins Englische. Halte dich genau an den Ausgangstext. Gib nur die Übersetzung als Fließtext aus. Kontrolliere danach, dass alle Daten stimmen.",
  "Beantworte die Frage nur mit dem Text unten, in höchstens drei Sätzen. Steht die Antwort nicht im Text, sag das.",
  "Fasse den Vermerk für die Amtsleitung in fünf Stichpunkten zusammen. Grundlage ist nur der Vermerk. Prüfe zum Schluss jede Zahl.",
  "Schreiben Sie einen Brief an die Eltern, höchstens 150 Wörter. Verwenden Sie ausschließlich die Angaben aus der Satzung. Erfinden Sie nichts.",
  "Vergleiche die beiden Fassungen. Stütze dich nur auf den Text. Gib die Änderungen als Tabelle aus und nenne zu jeder die Fundstelle.",
  "Übertrage den Text in Einfache Sprache. Grundlage ist nur dieser Text. Ergänze nichts. Kurze Sätze, höchstens zwölf Wörter.",
];
const fails = [
  { prompt: "Mach mal.", missing: ["task", "source", "form", "check"] },
  { prompt: "Fass das zusammen.", missing: ["source", "form", "check"] },
  { prompt: "Was kostet ein Hund?", missing: ["source", "form", "check"] },
  { prompt: "Beantworte die Frage nur mit dem Text.", missing: ["form", "check"] },
  {
    prompt: "Schreib einen Brief, höchstens zehn Sätze. Prüfe zum Schluss jede Zahl.",
    missing: ["source"],
  },
  {
    prompt:
      "Hallo, kannst du mir da schnell weiterhelfen, am besten so, dass ich es gleich verwenden kann?",
    missing: ["source", "form", "check"],
  },
];

const measures = (answer: string, graded = {}) => {
  const { score } = promptHygiene.grade({ answer, case: graded });
  if (score.status !== "scored") throw new Error(score.reason);
  return score;
};

describe("prompt-hygiene", () => {
  test.each(passes)("is a good prompt: %s", (prompt) => {
    expect(measures(prompt)).toMatchObject({ value: 1, passed: true });
  });

  test.each(fails)("lacks something: $prompt", ({ prompt, missing }) => {
    const score = measures(prompt);
    expect(score.passed).toBe(false);
    expect(
      ["task", "source", "form", "check"].filter((part) => score.measures[part] === 0),
    ).toEqual(missing);
    expect(score.value).toBe(1 - missing.length / 4);
  });

  test("one person given away outweighs everything else", () => {
    const good = passes[0] ?? "";
    const score = promptHygiene.grade({
      answer: `${good} Es geht um IBAN DE89 3704 0044 0532 0130 00.`,
    });
    expect(score).toMatchObject({ score: { value: 0 }, failureClass: "leak" });
    const planted = measures(`${good} Es geht um Frau Aydin.`, {
      expected: { protected: ["Elif Aydin"] },
    });
    expect(planted).toMatchObject({ value: 0, measures: { personalData: 1 } });
    expect(measures(`${good} Es geht um Frau Aydin.`)).toMatchObject({ value: 1 });
  });

  test("the official text that is pasted in gives no instruction", () => {
    const text =
      "Prüfen Sie zum Schluss jede Zahl. Verwenden Sie nur die Angaben im Text, höchstens drei Sätze.";
    expect(measures(`Fass das zusammen.\n\n${text}`)).toMatchObject({ value: 1 });
    expect(measures(`Fass das zusammen.\n\n${text}`, { input: { text } })).toMatchObject({
      value: 0.25,
    });
  });

  test("asks for the parts that the options name", () => {
    const { score } = promptHygiene.grade(
      { answer: "Fass das zusammen." },
      { options: { parts: ["task"] } },
    );
    expect(score).toMatchObject({ value: 1, passed: true });
  });

  test("tells the trained prompts of the shipped suites from the untrained ones", () => {
    const prompts = readdirSync(suitesFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(suitesFolder, name, "prompts")).map((file) => ({
          file,
          path: join(suitesFolder, name, "prompts", file),
        })),
      );
    const valueOf = (path: string): number => measures(readFileSync(path, "utf8")).value;
    for (const { file, path } of prompts.filter((one) => one.file.startsWith("untrained")))
      expect(`${file} ${valueOf(path) <= 0.25}`).toBe(`${file} true`);
    const trained = prompts
      .filter(({ file }) => file === "trained.md")
      .map(({ path }) => valueOf(path));
    expect(trained.filter((value) => value === 1).length).toBeGreaterThanOrEqual(
      trained.length - 2,
    );
  });

  test("keeps the laws of graders", () => {
    assertGraderLaws(promptHygiene, { answers: [...passes, ...fails.map(({ prompt }) => prompt)] });
  });

  test("scores change only with the version", () => {
    assertGolden(promptHygiene, new URL("../golden/graders/prompt-hygiene.json", import.meta.url));
  });
});
