import { expect, test } from "vitest";
import { deadLinks } from "../../../scripts/check/dead-links.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

function dead(markdown: string): string[] {
  const folder = temporaryFolder();
  writeIn(folder, "suite.yaml", "");
  writeIn(folder, "mit leerzeichen.md", "# Zweck und Maß\n");
  return deadLinks(writeIn(folder, "README.md", `# Card: one\n\n${markdown}\n`));
}

test.each([
  "[a](suite.yaml)",
  '[a](suite.yaml "Titel")',
  "[a](mit%20leerzeichen.md#zweck-und-maß)",
  "[a](#card-one)",
  "[a](https://example.org/x) [b](mailto:a@b.example)",
  "[a][b]\n\n[b]: suite.yaml",
])("leaves %s alone", (markdown) => {
  expect(dead(markdown)).toEqual([]);
});

test.each([
  ["[a](fehlt.md)", "fehlt.md"],
  ['[a](fehlt.md "Titel")', "fehlt.md"],
  ["[a](#gibt-es-nicht)", "#gibt-es-nicht"],
  ["[a](mit%20leerzeichen.md#nein)", "mit%20leerzeichen.md#nein"],
  ["[a](https://)", "https://"],
  ["[a][b]\n\n[b]: fehlt.md", "fehlt.md"],
])("finds %s", (markdown, link) => {
  expect(dead(markdown)).toEqual([link]);
});
