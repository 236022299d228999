import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { renderCsv } from "../../reports/csv.ts";
import { csvTable } from "../../reports/csv/table.ts";
import { findingsFixture, fixtureNames, type FixtureName } from "../helpers/findings-fixture.ts";
import { hostileTexts } from "../helpers/hostile-texts.ts";

function render(name: FixtureName): Map<string, string> {
  const { findings, cards } = findingsFixture(name);
  return new Map([...renderCsv(findings, cards)].map(({ file, content }) => [file, content]));
}

function read(content: string): string[][] {
  return parse(content, { bom: true, delimiter: ";", record_delimiter: "\r\n" });
}

/** What Excel or LibreOffice would take for a formula. */
const formula = /^[=+@\t\r\uFF1D\uFF0B\uFF0D\uFF20]|^-(?![\d,.]+(?:e-?\d+)?$)/u;

describe("renderCsv", () => {
  test.each(fixtureNames)("%s: both files look as before", async (name) => {
    const files = render(name);
    expect([...files.keys()]).toEqual(["ergebnisse.csv", "fehler.csv"]);
    for (const [file, content] of files) {
      // oxlint-disable-next-line no-await-in-loop -- one golden file after the other
      await expect(content).toMatchFileSnapshot(`../golden/reports/${name}-${file}`);
    }
  });

  test.each(fixtureNames)("%s: a table for Excel in Germany, without a formula", (name) => {
    for (const content of render(name).values()) {
      expect(content.startsWith("\uFEFF")).toBe(true);
      const rows = read(content);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      expect(rows.flat().filter((cell) => formula.test(cell))).toEqual([]);
    }
  });

  test.each(fixtureNames)("%s: in English as an English Excel reads it", async (name) => {
    const { findings, cards } = findingsFixture(name);
    const files = [...renderCsv(findings, cards, { language: "en" })];
    expect(files.map(({ file }) => file)).toEqual(["ergebnisse-en.csv", "fehler-en.csv"]);
    const [german] = render(name).values();
    const [numbers] = files;
    const rows = parse(numbers?.content ?? "", { bom: true, record_delimiter: "\r\n" });
    expect(rows.flat().filter((cell) => formula.test(cell))).toEqual([]);
    expect(rows).toHaveLength(read(german ?? "").length);
    await expect(numbers?.content).toMatchFileSnapshot(
      `../golden/reports/${name}-ergebnisse-en.csv`,
    );
  });

  test("in English: decimal points, English words, the same numbers", () => {
    const { findings, cards } = findingsFixture("quick");
    const [file] = renderCsv(findings, cards, { language: "en" });
    const [head = [], ...rows] = parse(file?.content ?? "", {
      bom: true,
      record_delimiter: "\r\n",
    });
    expect(head.slice(0, 3)).toEqual(["Kind", "Task", "Model"]);
    const shares = rows
      .filter(([kind]) => kind === "share passed")
      .map((row) => row[head.indexOf("Value")]);
    expect(shares).toEqual(findings.rates.map((rate) => String(rate.value)));
    expect(rows.flat().join(" ")).not.toMatch(/Fälle, 95|Vergleiche dieser Art/u);
  });

  test("numbers are those of the findings, with a decimal comma", () => {
    const { findings } = findingsFixture("quick");
    const [head = [], ...rows] = read(render("quick").get("ergebnisse.csv") ?? "");
    const value = head.indexOf("Wert");
    const kind = head.indexOf("Art");
    const shares = rows.filter((row) => row[kind] === "Anteil bestanden").map((row) => row[value]);
    expect(shares).toEqual(findings.rates.map((rate) => String(rate.value).replace(".", ",")));
    expect(shares.some((share) => share?.includes(","))).toBe(true);
  });

  test("every failed answer of a model is a row, none of a baseline", () => {
    const { findings } = findingsFixture("quick");
    const rows = read(render("quick").get("fehler.csv") ?? "");
    const models = new Set(
      findings.models.filter(({ kind }) => kind === "model").map(({ id }) => id),
    );
    const expected = findings.failures.filter(({ model }) => models.has(model));
    expect(rows.slice(1).map(([anchor]) => anchor)).toEqual(expected.map(({ anchor }) => anchor));
  });

  test("nothing measured: the head of the tables and no row", () => {
    for (const [, content] of render("nothing-measured")) expect(read(content)).toHaveLength(1);
  });
});

describe("csvTable", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    '=HYPERLINK("x")',
    "-cmd|' /C calc'!A0",
  ])("%j as text is no formula", (text) => {
    const [, row] = read(csvTable(["a"], [[text]]));
    expect(row).toEqual([`'${text}`]);
  });

  test("a negative number stays a number", () => {
    expect(csvTable(["a", "b"], [[-0.25, undefined]])).toBe('\uFEFF"a";"b"\r\n-0,25;\r\n');
  });

  test.each(hostileTexts)("%j comes back as one cell without unseen characters", (text) => {
    const [, row] = read(csvTable(["a", "b"], [[text, "danach"]]));
    expect(row).toHaveLength(2);
    expect(row?.[1]).toBe("danach");
    expect(row?.[0]).not.toMatch(/[\u202e\u2066\ufeff]|(?!\s)\p{Cc}|\p{Cs}/u);
  });

  test("a cell is never longer than Excel takes", () => {
    const [, row] = read(csvTable(["a"], [["x".repeat(100_000)]]));
    expect(row?.[0]).toHaveLength(32_004);
    expect(row?.[0]?.endsWith(" […]")).toBe(true);
  });
});
