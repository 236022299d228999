import { expect, test } from "vitest";
import { phraseFinder } from "../../../../graders/text/style/phrase-list.ts";
import { readStyleText } from "../../../../graders/text/style/style-text.ts";

const find = phraseFinder([
  "in Anspruch … nehm*|nimm*",
  "im Rahmen",
  "im Rahmen der",
  "diesbezüglich*",
  "lehnen … ab$",
]);

test.each([
  ["Sie können Hilfe in Anspruch leider nie nehmen.", ["in Anspruch leider nie nehmen"]],
  ["Das geht im Rahmen der Zeit, IM RAHMEN.", ["im Rahmen der", "IM RAHMEN"]],
  ["Es gibt diesbezügliche Fragen.", ["diesbezügliche"]],
  ["Wer in Anspruch, und dann nehmen", []],
  ["Wir lehnen das ab und gehen.", ["lehnen das ab"]],
  ["Wir lehnen das ab Montag nicht mehr.", []],
  ["Sie haben einen Anspruch.", []],
])("%s", (text, expected) => {
  const found = readStyleText(text).sentences.flatMap(find);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
