import fc from "fast-check";
import { parse } from "gift-pegjs";
import { describe, expect, test } from "vitest";
import { escapeGift, renderGift } from "../../../training/formats/gift.ts";
import { sampleExercises } from "../../helpers/sample-exercises.ts";

/** What an independent reader makes of the file; its union of types is too wide for these tests. */
interface Read {
  readonly type: string;
  readonly title?: string;
  readonly stem?: { readonly format: string; readonly text: string };
  readonly isTrue?: boolean;
  readonly choices?: readonly {
    readonly isCorrect: boolean;
    readonly weight: number | null;
    readonly text: { readonly text: string };
  }[];
  readonly matchPairs?: readonly {
    readonly subquestion: { readonly text: string };
    readonly subanswer: string;
  }[];
  readonly globalFeedback?: { readonly text: string } | null;
}

const exercises = sampleExercises();
const read = parse(renderGift(exercises)) as unknown as Read[];
const questions = read.filter(({ type }) => type !== "Category");

/** HTML of the file back to the text that a participant sees. */
function shown(html: string): string {
  return html
    .replaceAll("<br>", "\n")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

describe("GIFT, read by gift-pegjs", () => {
  test("has a question per task, and two for a release", () => {
    expect(questions.map(({ type }) => type)).toEqual([
      "MC",
      "MC",
      "Matching",
      "Essay",
      "TF",
      "Essay",
    ]);
    expect(read[0]?.title).toBe("KI-Kompetenz/Kritisch prüfen");
  });

  test("keeps every text of the options, and says which are right", () => {
    for (const [place, question] of questions.slice(0, 2).entries()) {
      const { task } = exercises[place] ?? {};
      const options = task?.kind === "choice" ? task.options : [];
      expect(question.choices?.map(({ text }) => shown(text.text))).toEqual(
        options.map(({ text }) => text),
      );
      const right = question.choices?.map(
        (choice) => (choice.weight ?? (choice.isCorrect ? 100 : 0)) > 0,
      );
      expect(right).toEqual(options.map((option) => option.right));
    }
  });

  test("weighs several right options so that they share 100", () => {
    expect(questions[1]?.choices?.map(({ weight }) => weight)).toEqual([
      33.333_33, 33.333_33, 33.333_33, -33.333_33,
    ]);
  });

  test("keeps pairs, and a distractor without a left side", () => {
    expect(questions[2]?.matchPairs?.map(({ subanswer }) => unmasked(subanswer))).toEqual([
      "Satz → eins: {96} = Euro",
      "Satz zwei",
      "Satz drei",
    ]);
    expect(questions[2]?.matchPairs?.[2]?.subquestion.text).toBe("");
  });

  test("shows the question as it was, formulas and addresses unread", () => {
    for (const question of questions) {
      expect(question.stem?.format).toBe("html");
      expect(question.stem?.text).not.toMatch(/\$\$|@@PLUGINFILE@@|<script/u);
      expect(shown(question.stem?.text ?? "")).toContain("$$x^2$$ @@PLUGINFILE@@/bild.png");
    }
  });

  test("a release is false when the answer must not go out; the sample stands in the feedback", () => {
    expect(questions[4]?.isTrue).toBe(false);
    expect(shown(questions[5]?.globalFeedback?.text ?? "")).toContain("Musterlösung");
  });
});

test("any text comes back from the escapes", () => {
  const nasty = fc.string({
    unit: fc.constantFrom("\\", "#", "=", "~", "{", "}", ":", "\n", "a", "ä", "%", "T"),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string()), (text) => {
      const wanted = `x${text.replaceAll("->", "→").replaceAll("\r", "")}x`;
      const [question] = parse(`::n::[plain]${escapeGift(`x${text}x`)}{T}`) as unknown as Read[];
      expect(question?.stem?.text).toBe(wanted);
    }),
    { seed: 10, numRuns: 300 },
  );
});

/** The reader masks escapes while it parses and forgets to unmask the right side of a pair. */
function unmasked(text: string): string {
  return text.replaceAll(/&&(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
}
