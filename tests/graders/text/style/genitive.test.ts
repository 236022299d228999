import { expect, test } from "vitest";
import { findGenitives } from "../../../../graders/text/style/genitive.ts";
import { readStyleText } from "../../../../graders/text/style/style-text.ts";

test.each([
  ["Das Haus des Nachbarn und das Dach dieses Hauses.", ["des Nachbarn", "dieses Hauses"]],
  ["Die Höhe des monatlichen Betrags der Leistung.", ["des monatlichen Betrags", "der Leistung?"]],
  ["Wegen Ihres neuen Antrags rufen wir an.", ["Ihres neuen Antrags"]],
  ["Die Prüfung der Behörde dauert.", ["der Behörde?"]],
  ["Dieses Ergebnis ist gut. Dieses Jahr auch.", []],
  ["Das Bundesministerium des Innern. Des Weiteren ist nichts.", []],
  ["Eines Tages kam er. Eines ist klar.", []],
  ["Der Antrag, der gestellt ist, liegt in der Akte.", []],
])("%s", (text, expected) => {
  const found = readStyleText(text).sentences.flatMap(findGenitives);
  expect(
    found.map(({ start, end, certain }) => `${text.slice(start, end)}${certain ? "" : "?"}`),
  ).toEqual(expected);
});
