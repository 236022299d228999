import { describe, expect, test } from "vitest";
import { choice } from "../../graders/choice.ts";
import answers from "./choice-answers.json" with { type: "json" };
import { assertGolden, assertGraderLaws } from "../helpers/grader-laws.ts";

const offices = ["Standesamt", "Bürgeramt", "Finanzamt", "Unbekannt"];
const fees = ["A) 22,80 Euro", "B) 37 Euro", "C) 70 Euro"];
const people = ["Der Großvater", "Der Enkel", "Kann nicht bestimmt werden"];

/** Answer, options, and the letter that was chosen; empty when none was. */
const read: readonly (readonly [answer: string, choices: readonly string[], letter: string])[] = [
  ["B", offices, "B"],
  ["b", offices, "B"],
  ["(b)", offices, "B"],
  ["**B)**", offices, "B"],
  ["B.", offices, "B"],
  ["Bürgeramt", offices, "B"],
  ["B) Bürgeramt", offices, "B"],
  ["Antwort: Unbekannt", offices, "D"],
  ["Die richtige Antwort ist B.", offices, "B"],
  ["Die richtige Antwort ist **B** (Bürgeramt).", offices, "B"],
  ["Richtig ist (b).", offices, "B"],
  ["Ich wähle Option b, weil das Bürgeramt dafür zuständig ist.", offices, "B"],
  ["Das Bürgeramt ist zuständig, nicht das Standesamt.", offices, "B"],
  ["Zuständig ist nicht das Standesamt, sondern das Bürgeramt.", offices, "B"],
  ["A und C sind falsch. B trifft zu.", offices, "B"],
  ["A, C und D sind falsch, B ist richtig.", offices, "B"],
  ["Weder A noch C passt. Es bleibt das Bürgeramt.", offices, "B"],
  ["A scheidet aus, da das Standesamt nur Urkunden ausstellt. Die Antwort lautet B.", offices, "B"],
  ["Das steht z. B. in Anlage A. Die Lösung ist C.", offices, "C"],
  ["Nach § 5 Buchstabe a ist das Finanzamt zuständig.", offices, "C"],
  ["Herr A. Muster muss zum Standesamt.", offices, "A"],
  ["Ist es A? Nein. Es ist das Bürgeramt.", offices, "B"],
  [
    "A) Standesamt\nB) Bürgeramt\nC) Finanzamt\nD) Unbekannt\n\nDie richtige Antwort ist B.",
    offices,
    "B",
  ],
  ["☐ Standesamt\n☒ Bürgeramt\n☐ Finanzamt", offices, "B"],
  ["- [ ] Standesamt\n- [x] Bürgeramt\n- [ ] Finanzamt", offices, "B"],
  ["❌ Standesamt\n✅ Bürgeramt\n❌ Finanzamt", offices, "B"],
  ["☒ Standesamt\n☒ Bürgeramt\n☐ Finanzamt", offices, ""],
  ["☐ Standesamt\n☐ Bürgeramt\n☐ Finanzamt", offices, ""],
  ["A) Standesamt\n**B) Bürgeramt**\nC) Finanzamt", offices, "B"],
  ["- A) Standesamt\n- B) Bürgeramt ✓\n- C) Finanzamt", offices, "B"],
  [
    "Antwort A wäre möglich: Die Antwort ist A. Nach dem Gesetz ist die Antwort also B.",
    offices,
    "B",
  ],
  ["Die Gebühr beträgt 37,00 €.", fees, "B"],
  ["Nicht 22,80 Euro, sondern 37 Euro.", fees, "B"],
  ["B, denn der Ausweis kostet nicht 70 Euro.", fees, "B"],
  ["Es war der Enkel.", people, "B"],
  ["Den Enkel betrifft es nicht, es war der Großvater.", people, "A"],
  ["Das kann nicht bestimmt werden.", people, "C"],
  ["Ja, Sie brauchen einen Termin, aber keine Unterlagen.", ["Ja", "Nein"], "A"],
  ["Nein. Ein Termin ist nicht nötig.", ["Ja", "Nein"], "B"],
  ["B ist nicht falsch.", offices, "B"],
  ["The correct answer is C.", offices, "C"],
  ["Es ist offen, ob das Standesamt zuständig ist. Ich nehme B.", offices, "B"],
  ["Es steht nicht fest, dass es der Enkel war.", people, ""],
  ["Antwort:\n\nB) Bürgeramt\n\nGrund: Das Standesamt (A) stellt nur Urkunden aus.", offices, "B"],
  ["B) Bürgeramt\n\nA) ist falsch, da das Standesamt nur Urkunden ausstellt.", offices, "B"],
  ["Beim Bürgeramt und nicht beim Finanzamt.", offices, "B"],
  ["A: falsch\nB: richtig\nC: falsch\nD: falsch", offices, "B"],
  ["Ich bin mir nicht sicher, aber ich würde B wählen.", offices, "B"],
  ["\\boxed{B}", offices, "B"],
  ["Die Antwort ist A oder B.", offices, ""],
  ["A und B sind richtig.", offices, ""],
  ["Das Standesamt oder das Bürgeramt ist zuständig.", offices, ""],
  ["Nicht A.", offices, ""],
  ["Dazu kann ich nichts sagen.", offices, ""],
  ["Das Rathaus ist zuständig.", offices, ""],
  ["Die Antwort ist B) Standesamt.", offices, ""],
  ["A) Standesamt\nB) Bürgeramt\nC) Finanzamt\nD) Unbekannt", offices, ""],
  ["Wenden Sie sich z. B. an Gebäude B, Zimmer C.", offices, ""],
];

describe("choice", () => {
  test.each(read)("%s", (answer, choices, letter) => {
    const right = letter === "" ? "A" : letter;
    const { score, failureClass } = choice.grade({
      answer,
      case: { expected: { choice: right, choices: [...choices] } },
    });
    expect(score).toMatchObject({ status: "scored", value: letter === "" ? 0 : 1 });
    expect(failureClass).toBe(letter === "" ? "unparseable" : undefined);
  });

  test.each(answers)("as models write: $answer", ({ question, choices, answer, letter }) => {
    const { score } = choice.grade({
      answer,
      case: { input: { question }, expected: { choice: letter === "" ? "A" : letter, choices } },
    });
    expect(score).toMatchObject({
      value: letter === "" ? 0 : 1,
      measures: { parsed: letter === "" ? 0 : 1 },
    });
  });

  test("another choice than the right one is wrong, with its place", () => {
    const { score, failureClass } = choice.grade({
      answer: "Die richtige Antwort ist C (Finanzamt).",
      case: { expected: { choice: "Bürgeramt", choices: offices } },
    });
    expect(score).toMatchObject({
      value: 0,
      measures: { options: 4, parsed: 1, chosen: 3 },
      evidence: [{ quote: "C (Finanzamt", kind: "wrong" }],
      reason: "Gewählt: C („Finanzamt“). Richtig: B („Bürgeramt“).",
    });
    expect(failureClass).toBe("wrong");
  });

  test("without a list: letters, Ja and Nein", () => {
    const grade = (answer: string, right: string) =>
      choice.grade({ answer, case: { expected: { choice: right } } }).score;
    expect(grade("Die Antwort ist B.", "B")).toMatchObject({ value: 1 });
    expect(grade("Die Antwort ist D.", "B")).toMatchObject({ value: 0, measures: { chosen: 4 } });
    expect(grade("Ja, das geht.", "Ja")).toMatchObject({ value: 1 });
    expect(grade("Nein, das geht nicht.", "Ja")).toMatchObject({
      value: 0,
      measures: { parsed: 1 },
    });
    expect(grade("Bürgeramt", "Bürgeramt")).toMatchObject({ status: "unscored" });
  });

  test("a right option that is not offered cannot be judged", () => {
    const expected = { choice: "Rathaus", choices: offices };
    expect(choice.grade({ answer: "B", case: { expected } }).score.status).toBe("unscored");
  });

  test("keeps the laws", { timeout: 120_000 }, () => {
    assertGraderLaws(choice, {
      case: { expected: { choice: "B", choices: offices } },
      answers: read.map(([answer]) => answer),
    });
    assertGraderLaws(choice, { case: { expected: { choice: "A", choices: ["Ei", "1", "Z"] } } });
  });

  test("golden", () => {
    assertGolden(choice, new URL("../golden/graders/choice.json", import.meta.url));
  });
});
