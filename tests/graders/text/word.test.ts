import fc from "fast-check";
import { expect, test } from "vitest";
import { wordAt, wordFlag, wordOf, wordProperty } from "../../../graders/text/word.ts";

test("the same letters are the same word, wherever they stand", () => {
  const text = "Der Bescheid und der Bescheid";
  expect(wordAt(text, 4, 12)).toBe(wordAt(text, 21, 29));
  expect(wordAt(text, 4, 12)).toBe(wordOf("Bescheid"));
  expect(wordOf("Bescheid").text).toBe("Bescheid");
});

test("other letters are another word, also with the same hash", () => {
  // With the factor 31 these have one hash.
  const same = ["AaAa", "BBBB", "AaBB", "BBAa"];
  expect(same.map((text) => wordOf(text).text)).toEqual(same);
  expect(new Set(same.map((text) => wordOf(text).hash)).size).toBe(1);
  expect(new Set(same.map(wordOf)).size).toBe(4);
});

test("a word has the letters it was asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, from, length) => {
      const start = Math.min(from, text.length);
      const end = Math.min(start + length, text.length);
      expect(wordAt(text, start, end).text).toBe(text.slice(start, end));
    }),
  );
});

test("words that follow each other are right, whatever followed before", () => {
  const words = fc.array(fc.constantFrom("Amt", "Am", "Amts", "Rat", "a".repeat(61)));
  fc.assert(
    fc.property(fc.array(words), (texts) => {
      for (const text of texts) expect(text.map((word) => wordOf(word).text)).toEqual(text);
    }),
  );
});

test("what follows a word is not held when it is long", () => {
  const long = "b".repeat(61);
  const read = () => [wordOf("Amt"), wordOf(long)];
  expect(read()[1]).not.toBe(read()[1]);
});

test("a property is read once", () => {
  const asked: string[] = [];
  const lengthOf = wordProperty(({ text }) => {
    asked.push(text);
    return text.length;
  });
  expect(["Amt", "Antrag", "Amt"].map((text) => lengthOf(wordOf(text)))).toEqual([3, 6, 3]);
  expect(asked).toEqual(["Amt", "Antrag"]);
});

test("two properties do not mix", () => {
  const first = wordProperty(({ text }) => text.charAt(0));
  const last = wordProperty(({ text }) => text.charAt(text.length - 1));
  expect([first(wordOf("Amt")), last(wordOf("Amt")), first(wordOf("Amt"))]).toEqual([
    "A",
    "t",
    "A",
  ]);
});

test("long words are not held", () => {
  const long = "a".repeat(61);
  expect(wordOf(long)).not.toBe(wordOf(long));
  expect(wordOf(long).text).toBe(long);
});

test("a flag is read once, also for thousands of words", () => {
  let asked = 0;
  const isEven = wordFlag(({ text }) => {
    asked += 1;
    return text.length % 2 === 0;
  });
  const words = Array.from({ length: 5000 }, (_unused, number) => wordOf(`wort${number}`));
  const first = words.map(isEven);
  expect(first).toEqual(words.map(({ text }) => text.length % 2 === 0));
  expect(words.map(isEven)).toEqual(first);
  expect(asked).toBe(5000);
});

test("full, it begins anew and still gives the same", () => {
  const isShort = wordFlag(({ text }) => text.length < 4);
  const lengthOf = wordProperty(({ text }) => text.length);
  const old = [wordOf("Amt"), wordOf("Antrag")];
  expect(old.map(isShort)).toEqual([true, false]);
  for (let number = 0; number < 20_001; number += 1) wordOf(`Wort${number}`);
  const anew = [wordOf("Amt"), wordOf("Antrag")];
  expect(anew[0]).not.toBe(old[0]);
  for (const words of [old, anew, old]) {
    expect(words.map(isShort)).toEqual([true, false]);
    expect(words.map(lengthOf)).toEqual([3, 6]);
  }
});

test("full of long words, it begins anew as well", () => {
  const letters = Array.from({ length: 7000 }, (_unused, number) => {
    return `${"x".repeat(50)}${String(number).padStart(6, "0")}`;
  });
  const words = letters.map(wordOf);
  expect(words.map(({ text }) => text)).toEqual(letters);
  expect(letters.map((text) => wordOf(text).text)).toEqual(letters);
  expect(wordOf(letters[0] ?? "")).not.toBe(words[0]);
});

test("properties of words that are no longer kept are read once", () => {
  let asked = 0;
  const lengthOf = wordProperty(({ length }) => {
    asked += 1;
    return length;
  });
  const old = wordOf("Widerspruch");
  for (let number = 0; number < 20_001; number += 1) wordOf(`Zahl${number}`);
  expect([lengthOf(old), lengthOf(old), lengthOf(wordOf("Widerspruch"))]).toEqual([11, 11, 11]);
  expect(asked).toBe(2);
});
