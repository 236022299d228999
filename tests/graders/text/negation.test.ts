import { describe, expect, test } from "vitest";
import { readContent } from "../../../graders/text/content-items.ts";
import { deniedItems } from "../../../graders/text/negation.ts";

/** Sentence, and the nouns, adjectives and values it denies. */
const cases: readonly (readonly [string, string])[] = [
  ["Der Ausweis ist nicht gebührenfrei.", "gebührenfrei"],
  ["Die Geburtsurkunde müssen Sie nicht vorlegen.", "Geburtsurkunde vorlegen"],
  ["Sie brauchen keinen Termin.", "Termin"],
  ["Es kostet nicht 22,80 Euro, sondern 37 Euro.", "22,80 Euro"],
  ["Statt 22,80 Euro sind es 37 Euro.", "22,80 Euro"],
  ["Früher waren es 22,80 Euro, heute sind es 37 Euro.", "22,80 Euro"],
  ["Weder Foto noch Urkunde wird verlangt.", "Foto Urkunde verlangt"],
  ["An den Gebühren ändert sich nichts.", "ändert"],
  ["Von November bis Februar soll nichts erhoben werden.", "erhoben"],
  ["Vom Jobcenter bekommen Sie nichts.", "Jobcenter bekommen"],
  ["Beginnen Sie am Montag nicht mit den Arbeiten.", "Beginnen Arbeiten"],
  ["Kommen Sie nicht mit dem Auto, sondern mit dem Bus.", "Auto"],
  ["Prüfung: nein", "Prüfung"],
  ["Eine Rückgabe ist aber nicht möglich.", "Rückgabe möglich"],
  ["Kein Zutritt ohne Ausweis.", "Zutritt"],
  ["Das geht nicht ohne Termin.", ""],
  ["Nicht nur das Foto, auch die Urkunde.", ""],
  ["Das Foto darf nicht älter als 6 Monate sein.", ""],
  ["Das gilt, wenn die Fläche 0,80 m² nicht übersteigt.", "übersteigt"],
  ["Die Fläche darf 0,80 m² nicht überschreiten.", "überschreiten"],
  ["Vergessen Sie nicht das Foto.", ""],
  ["Im nicht öffentlichen Teil folgt der Haushalt.", "öffentlichen"],
  ["Seit dem 1. Februar 2026 wohnt er nicht mehr dort.", "wohnt mehr"],
  ["Die Gebühr entfällt.", "Gebühr entfällt"],
  ["Keine Sorge, eine Prüfung gibt es nicht.", "Prüfung gibt"],
  ["Es kostet ~~22,80 Euro~~ 37 Euro.", "22,80 Euro"],
];

describe("deniedItems", () => {
  test.each(cases)("%s denies: %s", (sentence, expected) => {
    const content = readContent(sentence);
    const denied = deniedItems(content);
    const found = content.items.filter((item, at) => denied[at] === true && !item.isFunction);
    expect(found.map(({ text }) => text).join(" ")).toBe(expected);
  });
});
