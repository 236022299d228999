import { expect, test } from "vitest";
import { abbreviationsOf } from "../../../reports/html/abbreviated.ts";

const abbreviated = abbreviationsOf({
  DSGVO: "Datenschutz-Grundverordnung",
  EU: "Europäische Union",
  ISO: "Internationale Organisation für Normung",
  KI: "künstliche Intelligenz",
});

test.each([
  ["Die DSGVO gilt.", 'Die <abbr title="Datenschutz-Grundverordnung">DSGVO</abbr> gilt.'],
  ["KI-Verordnung", '<abbr title="künstliche Intelligenz">KI</abbr>-Verordnung'],
  ["KI und KI", '<abbr title="künstliche Intelligenz">KI</abbr> und KI'],
  ["SKIZZE, EUR, ISOLIERT", "SKIZZE, EUR, ISOLIERT"],
  ["<b>", "&lt;b&gt;"],
  ["", ""],
])("%j", (text, expected) => {
  expect(abbreviated(text).text).toBe(expected);
});
