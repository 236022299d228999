import { describe, expect, test } from "vitest";
import { askQuestions, type Question } from "../../../scripts/new/ask-questions.ts";
import { nameFlaw } from "../../../scripts/new/suite-name.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

describe("askQuestions", () => {
  const questions: readonly Question[] = [
    { key: "title", text: "Titel?", fallback: "Ohne" },
    {
      key: "task",
      text: "Was?",
      choices: { a: "das eine", b: "das andere" },
      synonyms: { anders: "b" },
      fallback: "a",
    },
  ];

  test("takes what is given, asks the rest, and accepts a number", async () => {
    const asked: string[] = [];
    const ask = async (prompt: string) => Promise.resolve(asked.push(prompt) > 0 ? "2" : "");
    expect(await askQuestions(questions, { title: "Mein" }, ask)).toEqual({
      title: "Mein",
      task: "b",
    });
    expect(asked).toHaveLength(1);
  });

  test("asks again after an answer that is no choice; an empty one takes the fallback", async () => {
    const replies = ["", "z", "b"];
    const answers = await askQuestions(questions, {}, async () =>
      Promise.resolve(replies.shift() ?? ""),
    );
    expect(answers).toEqual({ title: "Ohne", task: "b" });
  });

  test("without a terminal the fallbacks hold; a wrong option names the choices", async () => {
    expect(await askQuestions(questions, {}, undefined)).toEqual({ title: "Ohne", task: "a" });
    const error = await userErrorOf(async () => askQuestions(questions, { task: "c" }, undefined));
    expect(error.nextStep).toBe("Möglich sind: a, b.");
  });

  test("an empty text counts as not given; another word for a choice is understood", async () => {
    const given = { title: " ", task: "Anders" };
    expect(await askQuestions(questions, given, undefined)).toEqual({ title: "Ohne", task: "b" });
  });

  test("asks again after a free answer that will not do", async () => {
    const named: Question = { key: "name", text: "Name?", fallback: "x", flaw: nameFlaw };
    const asked: string[] = [];
    const replies = ["Unsere Fragen", "buergerfragen", "unsere-fragen"];
    const answers = await askQuestions([named], {}, async (prompt) => {
      asked.push(prompt);
      return Promise.resolve(replies.shift() ?? "");
    });
    expect(answers).toEqual({ name: "unsere-fragen" });
    expect(asked[1]).toContain("„Unsere Fragen“ taugt nicht als Name");
    expect(asked[2]).toContain("„buergerfragen“ heißt schon eine mitgelieferte Suite");
  });
});
