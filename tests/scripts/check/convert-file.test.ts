import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { convertFile, describeConversion } from "../../../scripts/check/convert-file.ts";
import { readCsv } from "../../../datasets/read-csv.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

const table = "id;reference\r\ngebuehr;Für 5 €, „größer“ – fünf\r\n";

/** The table as Excel's plain "CSV" has it: Windows-1252, byte by byte. */
const windows = Buffer.from(
  Array.from(table, (character) => {
    const special: Readonly<Record<string, number>> = {
      "€": 0x80,
      "„": 0x84,
      "“": 0x93,
      "–": 0x96,
    };
    return special[character] ?? character.charCodeAt(0);
  }),
);

test("writes a copy that reads as meant and leaves the original alone", async () => {
  const file = writeIn(temporaryFolder(), "faelle.csv", windows);
  expect((await userErrorOf(() => readCsv(file))).nextStep).toContain("CSV UTF-8");
  const copy = convertFile(file);
  expect(copy).toMatch(/faelle-utf8\.csv$/u);
  expect(readFileSync(copy ?? "", "utf8")).toBe(`\uFEFF${table}`);
  expect(readFileSync(file)).toEqual(windows);
  expect((await userErrorOf(() => convertFile(file))).code).toBe("file-exists");
});

test("has nothing to do for UTF-8 and names a file that is not there", async () => {
  expect(convertFile(writeIn(temporaryFolder(), "faelle.csv", table))).toBeUndefined();
  const error = await userErrorOf(() => convertFile("gibt-es-nicht.csv"));
  expect(error).toMatchObject({ code: "file-unreadable", exitCode: 2 });
});

test("reads UTF-16, as Excel's Unicode Text is, and refuses a workbook", async () => {
  const wide = Buffer.from(`\uFEFF${table}`, "utf16le");
  for (const bytes of [wide, Buffer.from(wide).swap16()]) {
    const copy = convertFile(writeIn(temporaryFolder(), "faelle.txt", bytes));
    expect(readFileSync(copy ?? "", "utf8")).toBe(`\uFEFF${table}`);
  }
  const book = writeIn(temporaryFolder(), "faelle.xlsx", Buffer.from([0x50, 0x4b, 0, 0, 0, 8]));
  const error = await userErrorOf(() => convertFile(book));
  expect(error).toMatchObject({ code: "not-text", exitCode: 2 });
  expect(error.nextStep).toContain("CSV UTF-8");
});

test.each([
  ["/a/faelle.csv", "die alte Datei in faelle-alt.csv und die Kopie in faelle.csv um"],
  ["/a/Meine Fälle.csv", "Benennen Sie die Kopie in faelle.csv um"],
  ["/a/Unicode.txt", "Benennen Sie die Kopie in faelle.csv um"],
  ["/a/suite.yaml", "die alte Datei in suite-alt.yaml und die Kopie in suite.yaml um"],
])("says of a copy of %s what it has to be called", (file, text) => {
  expect(describeConversion(file, "/a/kopie")).toContain(text);
});
