import { describe, expect, test } from "vitest";
import { parseCsv } from "../../datasets/read-csv.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const rowsOf = (text: string) =>
  parseCsv(text, "faelle.csv").map(({ line, cells }) => [line, Object.fromEntries(cells)]);

describe("a table from which Excel has not forgotten deleted cells", () => {
  test("rows of nothing but separators are no cases", () => {
    expect(rowsOf("\uFEFFid;reference\r\na;eins\r\n;\r\n;\r\nb;zwei\r\n;\r\n")).toEqual([
      [2, { id: "a", reference: "eins" }],
      [5, { id: "b", reference: "zwei" }],
    ]);
  });

  test("empty columns at the end are no columns", () => {
    expect(rowsOf("id;reference;;\r\na;eins;;\r\n")).toEqual([[2, { id: "a", reference: "eins" }]]);
  });

  test("a column with text but without a name is still refused", async () => {
    const error = await userErrorOf(() => rowsOf("id;reference;;\r\na;eins;;zwei\r\n"));
    expect(error).toMatchObject({ code: "unnamed-column", place: { line: 1, column: 3 } });
  });

  test("a row that lacks cells is still refused", async () => {
    const error = await userErrorOf(() => rowsOf("id;reference;source\r\na;eins\r\n"));
    expect(error).toMatchObject({ code: "ragged-row", place: { line: 2 } });
  });
});
