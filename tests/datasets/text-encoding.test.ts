import { expect, test } from "vitest";
import { readText } from "../../datasets/read-text.ts";
import { guessEncoding } from "../../datasets/text-encoding.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const text = "id;reference\r\ngebuehr;Für 5 €\r\n";
const little = Buffer.from(text, "utf16le");
const big = Buffer.from(little).swap16();

test.each([
  ["utf-8", Buffer.from(text)],
  ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
  ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
  ["utf-16le", little],
  ["utf-16be", big],
  ["windows-1252", Buffer.from("Für", "latin1")],
  [undefined, Buffer.from([0x50, 0x4b, 0, 0, 0, 8])],
])("recognises %s", (encoding, bytes) => {
  expect(guessEncoding(bytes)).toBe(encoding);
});

test("a file in UTF-16 is refused with the way to a copy; a workbook is no text", async () => {
  const wide = writeIn(temporaryFolder(), "faelle.csv", little);
  const error = await userErrorOf(() => readText(wide));
  expect(error).toMatchObject({ code: "wrong-encoding", exitCode: 2 });
  expect(error.nextStep).toContain("--convert");
  const book = writeIn(temporaryFolder(), "faelle.csv", Buffer.from([0x50, 0x4b, 0, 0, 0, 8]));
  expect((await userErrorOf(() => readText(book))).code).toBe("not-text");
});
