import { describe, expect, test } from "vitest";
import { readCases } from "../../datasets/read-cases.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const sound = `- id: hund
  input: { text: "Die Steuer beträgt 96 Euro.", question: "Was kostet ein Hund?" }
  expected: { facts: ["96 Euro"], answerable: "ja" }
  reference: Ein Hund kostet 96 Euro.
  source: erfunden
  asOf: 2026-01-01
  severity: 3
  quick: true
`;

function yaml(text: string): string {
  return writeIn(temporaryFolder(), "faelle.yaml", text);
}

describe("readCases, YAML", () => {
  test("reads typed values out of untyped text and keeps leading zeros", () => {
    const [read] = readCases(yaml(sound.replace("erfunden", "01067")));
    expect(read).toMatchObject({
      id: "hund",
      source: "01067",
      severity: 3,
      quick: true,
      critical: false,
      expected: { answerable: true },
    });
  });

  test("names every flaw with line and column at once", async () => {
    const text = sound.replace("  source: erfunden\n", "").replace("severity: 3", "severity: 7");
    const error = await userErrorOf(() => readCases(yaml(text)));
    expect(error.exitCode).toBe(2);
    expect(error.message).toMatch(/Zeile 1, Spalte 3: Fall „hund“: source: fehlt/u);
    expect(error.message).toMatch(
      /Zeile 6, Spalte 13: Fall „hund“: severity: muss höchstens 4 sein/u,
    );
  });

  test("refuses an unknown key and names it", async () => {
    const error = await userErrorOf(() => readCases(yaml(sound.replace("severity", "schwere"))));
    expect(error.message).toMatch(/Zeile 7.*unbekannter Schlüssel „schwere“/u);
  });

  test("refuses a duplicate key with its place", async () => {
    const error = await userErrorOf(() => readCases(yaml(`${sound}  quick: false\n`)));
    expect(error).toMatchObject({ code: "duplicate-key", exitCode: 2, place: { line: 9 } });
  });

  test("refuses a duplicate id and names both lines", async () => {
    const error = await userErrorOf(() => readCases(yaml(sound + sound)));
    expect(error).toMatchObject({ code: "duplicate-id", place: { line: 9 } });
    expect(error.message).toContain("zuerst in Zeile 1");
  });

  test("refuses a date that does not exist", async () => {
    const error = await userErrorOf(() =>
      readCases(yaml(sound.replace("2026-01-01", "2026-02-30"))),
    );
    expect(error.message).toContain("asOf");
  });

  test("refuses an alias bomb", async () => {
    const bomb = Array.from({ length: 60 }, () => "- *a").join("\n");
    const error = await userErrorOf(() => readCases(yaml(`- &a [x, x]\n${bomb}\n`)));
    expect(error.code).toBe("yaml-aliases");
  });

  test("refuses a Windows-1252 file, names the line and the menu entry", async () => {
    const file = writeIn(
      temporaryFolder(),
      "faelle.yaml",
      Buffer.from(sound.replace("beträgt", "beträgt"), "latin1"),
    );
    const error = await userErrorOf(() => readCases(file));
    expect(error).toMatchObject({ code: "wrong-encoding", exitCode: 2, place: { line: 2 } });
    expect(error.nextStep).toContain("CSV UTF-8 (durch Trennzeichen getrennt)");
  });

  test("refuses a file that is not there", async () => {
    const error = await userErrorOf(() => readCases("gibt-es-nicht.yaml"));
    expect(error).toMatchObject({ code: "file-unreadable", exitCode: 2 });
  });
});

const header =
  "id;input.text;input.question;expected.facts;expected.answerable;reference;source;asOf;passes.1;fails.1.answer;fails.1.grader;tags";
const row =
  'hund;"Die Steuer\nbeträgt 96 Euro.";Was kostet ein Hund?;96 Euro|1. Juli;ja;96 Euro.;erfunden;2026-01-01;96 € im Jahr.;69 Euro.;facts;a|b\\|c';

describe("readCases, CSV", () => {
  function csv(text: string): string {
    return writeIn(temporaryFolder(), "faelle.csv", text);
  }

  test.each([
    ["semicolon, byte-order mark, CRLF", `\uFEFF${header}\r\n${row}\r\n`],
    ["semicolon, LF, no mark", `${header}\n${row}\n`],
    ["comma", `${header.replaceAll(";", ",")}\n${row.replaceAll(";", ",")}\n`],
  ])("reads a table with %s", (_name, text) => {
    expect(readCases(csv(text))).toMatchObject([
      {
        id: "hund",
        input: { text: "Die Steuer\nbeträgt 96 Euro." },
        expected: { facts: ["96 Euro", "1. Juli"], answerable: true },
        passes: [{ answer: "96 € im Jahr." }],
        fails: [{ answer: "69 Euro.", grader: "facts" }],
        tags: ["a", "b|c"],
      },
    ]);
  });

  test.each(["\n", "\r\n"])("refuses a ragged row with its line (%j)", async (lineBreak) => {
    const text = `${header}\n${row}\n${row};zuviel\n`.replaceAll("\n", lineBreak);
    const error = await userErrorOf(() => readCases(csv(text)));
    expect(error).toMatchObject({
      code: "ragged-row",
      exitCode: 2,
      place: { line: 4, column: 13 },
    });
    expect(error.message).toContain("13 Zellen, die Kopfzeile aber 12 Spalten");
  });

  test("names the column of an example", async () => {
    const wrong = row.replace(";facts;", ";;");
    const error = await userErrorOf(() => readCases(csv(`${header}\n${wrong}\n`)));
    expect(error.message).toMatch(
      /Zeile 2, Spalte fails\.1\.grader \(K\): Fall „hund“: fails\.1\.grader: fehlt/u,
    );
  });

  test("names the line on which a wrong row begins", async () => {
    const wrong = row.replace("2026-01-01", "gestern").replace("hund;", "katze;");
    const error = await userErrorOf(() => readCases(csv(`${header}\n${row}\n${wrong}\n`)));
    expect(error.message).toMatch(/Zeile 4, Spalte asOf \(H\): Fall „katze“: asOf/u);
  });

  test.each([
    ["etiketten", "unbekannte Spalte „etiketten“"],
    ["tag", "unbekannte Spalte „tag“; gemeint ist wohl „tags“"],
    ["forbidden", "unbekannte Spalte „forbidden“; gemeint ist wohl „expected.forbidden“"],
    ["fails", "der Spalte „fails“ fehlt die Nummer; sie heißt „fails.1“"],
    ["versions", "„versions“ lässt sich in einer Tabelle nicht schreiben"],
  ])("refuses the column %s once and names the nearest", async (name, message) => {
    const text = `${header.replace("tags", name)}\n${row}\n${row.replace("hund", "katze")}\n`;
    const error = await userErrorOf(() => readCases(csv(text)));
    expect(error).toMatchObject({ code: "unknown-column", exitCode: 2 });
    expect(error.message.split("\n")).toEqual([
      expect.stringContaining(`Zeile 1, Spalte ${name} (L): ${message}`),
    ]);
  });

  test("passes over empty rows, a line sep=; and columns for people", () => {
    const empty = ";".repeat(11);
    const table = `sep=;\r\n${header.replace("tags", "#Bemerkung")}\r\n${empty}\r\n${row}\r\n;;\r\n`;
    expect(readCases(csv(table))).toMatchObject([{ id: "hund", tags: [] }]);
  });

  test("still names the right line behind sep=; and empty rows", async () => {
    const wrong = row.replace("2026-01-01", "31.02.2026");
    const error = await userErrorOf(() =>
      readCases(csv(`sep=;\n${header}\n${";".repeat(11)}\n${wrong}\n`)),
    );
    expect(error.message).toMatch(
      /Zeile 4, Spalte asOf \(H\): Fall „hund“: asOf: den Tag „31\.02\.2026“ gibt es nicht/u,
    );
  });

  test("reads must as a list and settings of a grader", () => {
    const text = `${header};must;options.facts.share\n${row};facts|focus;0,5\n`;
    expect(readCases(csv(text))).toMatchObject([
      { must: ["facts", "focus"], options: { facts: { share: "0,5" } } },
    ]);
  });

  test("names examples by the numbers of their columns", async () => {
    const text = `${header};fails.3;fails.3.grader;fails.10\n${row};falsch;facts;auch\n`;
    const error = await userErrorOf(() => readCases(csv(text)));
    expect(error.message).toMatch(/Spalte fails\.10 \(O\): Fall „hund“: fails\.10\.grader: fehlt/u);
  });

  test("refuses a column that stands twice", async () => {
    const error = await userErrorOf(() => readCases(csv(`${header};id\n${row};x\n`)));
    expect(error).toMatchObject({ code: "duplicate-key", place: { line: 1 } });
  });

  test("refuses a Windows-1252 table", async () => {
    const file = writeIn(
      temporaryFolder(),
      "faelle.csv",
      Buffer.from(`${header}\n${row}\n`, "latin1"),
    );
    const error = await userErrorOf(() => readCases(file));
    expect(error).toMatchObject({ code: "wrong-encoding", place: { line: 3 } });
  });
});
