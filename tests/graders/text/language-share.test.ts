import { expect, test } from "vitest";
import { languageShare } from "../../../graders/text/language-share.ts";

const german = "Der Antrag kostet 37 Euro und dauert zwei Wochen.";
const english = "The application costs 37 euros and takes two weeks.";

test("each text is judged against the language asked for, in whatever order", () => {
  const questions = [
    [german, "de", 1],
    [german, "en", 0],
    [english, "en", 1],
    [german, "en", 0],
    [english, "de", 0],
  ] as const;
  for (const [text, expected, share] of questions) {
    expect(languageShare(text, expected).share).toBe(share);
  }
});
