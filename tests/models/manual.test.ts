import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modelConfigSchema, type ModelRequest } from "../../core/model.ts";
import { readManualPage, renderManualPage } from "../../models/manual-page.ts";
import { readManualTable, renderManualTable } from "../../models/manual-table.ts";
import { openModel } from "../../models/registry.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const calm = new AbortController().signal;

function question(content: string, seed = 1): ModelRequest {
  return { messages: [{ role: "user", content }], temperature: 0, seed, maxTokens: 100 };
}

async function open(folder: string) {
  const config = modelConfigSchema.parse({ id: `manual:${folder}` });
  return await openModel(config, { environment: {}, cacheFolder: "unused" });
}

/** Asks a fresh model each question, and closes it as the run does. */
async function ask(folder: string, questions: readonly ModelRequest[]) {
  const model = await open(folder);
  await model.prepare(() => {});
  const outcomes = [];
  for (const request of questions) outcomes.push(await model.call(request, calm));
  await model.close();
  return outcomes;
}

/** Types answers into the page, as the browser saves them. */
function fill(folder: string, answers: Readonly<Record<string, string>>): void {
  const file = join(folder, "fragen.html");
  const entries = readManualPage(readFileSync(file, "utf8"));
  const filled = entries.map((entry) => ({
    ...entry,
    answer: answers[entry.prompt] ?? entry.answer,
  }));
  writeFileSync(file, renderManualPage(filled));
}

describe("the way of a question", () => {
  test("goes out to a page, and its answer comes back", async () => {
    const folder = join(temporaryFolder(), "chat");
    const requests = [question("Was kostet <A> & B?"), question("Zweite\nFrage")];
    const first = await ask(folder, requests);
    expect(first).toMatchObject([{ code: "unanswered" }, { code: "unanswered" }]);
    expect(new Set(first.map((o) => o.status === "failed" && o.message)).size).toBe(1);

    fill(folder, { "Was kostet <A> & B?": "37 Euro & <mehr>\n\n„gut“" });
    const second = await ask(folder, requests);
    expect(second[0]).toMatchObject({ status: "completed", answer: "37 Euro & <mehr>\n\n„gut“" });
    expect(second[1]).toMatchObject({ code: "unanswered" });
    const page = readFileSync(join(folder, "fragen.html"), "utf8");
    expect(page).toContain("2 Fragen, davon 1 ohne Antwort");
    expect(readManualPage(page).map(({ prompt }) => prompt)).toEqual([
      "Zweite\nFrage",
      "Was kostet <A> & B?",
    ]);
  });

  test("goes out to a table too, filled with ; or , and a byte-order mark", async () => {
    const folder = temporaryFolder();
    await ask(folder, [question("Eins"), question('Zwei; mit "Zeichen"\nund Zeile')]);
    const file = join(folder, "fragen.csv");
    const text = readFileSync(file, "utf8");
    const entries = readManualTable(text, file).map((entry) => ({ ...entry, answer: "Gut; so" }));
    writeFileSync(file, renderManualTable(entries));
    const outcomes = await ask(folder, [
      question("Eins"),
      question('Zwei; mit "Zeichen"\nund Zeile'),
    ]);
    expect(outcomes).toMatchObject([{ answer: "Gut; so" }, { answer: "Gut; so" }]);

    const [head, row] = renderManualTable([{ id: "ab", prompt: "Drei\nvier", answer: "x" }]).split(
      "\r\n",
    );
    expect([head, row]).toEqual(["\uFEFFnr;kennung;frage;antwort", '1;ab;"Drei\nvier";x']);

    const commas = "kennung,frage,antwort\r\nabc,Eins,Ja\r\n";
    expect(readManualTable(commas, file)).toEqual([{ id: "abc", prompt: "Eins", answer: "Ja" }]);
  });

  test("ends in an empty answer only when a person says so", async () => {
    const folder = temporaryFolder();
    await ask(folder, [question("Eins"), question("Zwei")]);
    fill(folder, { Eins: "[leer]", Zwei: "   " });
    const [empty, open_] = await ask(folder, [question("Eins"), question("Zwei")]);
    expect(empty).toMatchObject({ status: "completed", answer: "" });
    expect(open_).toMatchObject({ code: "unanswered" });
  });

  test("is another one for another attempt", async () => {
    const folder = temporaryFolder();
    await ask(folder, [question("Eins", 1), question("Eins", 2)]);
    const page = readFileSync(join(folder, "fragen.html"), "utf8");
    expect(readManualPage(page)).toHaveLength(2);
  });

  test("is answered by the younger of two files", async () => {
    const folder = temporaryFolder();
    await ask(folder, [question("Eins")]);
    fill(folder, { Eins: "alt" });
    const young = join(folder, "fragen (1).html");
    const entries = readManualPage(readFileSync(join(folder, "fragen.html"), "utf8"));
    writeFileSync(young, renderManualPage(entries.map((entry) => ({ ...entry, answer: "neu" }))));
    utimesSync(join(folder, "fragen.html"), 1000, 1000);
    expect(await ask(folder, [question("Eins")])).toMatchObject([{ answer: "neu" }]);
  });
});

test("a dry run and a complete one write nothing", async () => {
  const folder = temporaryFolder();
  const model = await open(join(folder, "neu"));
  await model.close();
  expect(() => readFileSync(join(folder, "neu", "fragen.html"))).toThrow("ENOENT");
});

test.each([
  [
    "a table in Windows-1252",
    "fragen.csv",
    Buffer.from("kennung;frage;antwort\r\nab;x;f\xfcr\r\n", "latin1"),
  ],
  ["a ragged table", "fragen.csv", Buffer.from("kennung;frage;antwort\nab;x\n")],
  ["a page that has lost its questions", "fragen.html", Buffer.from("<html><body>Fra")],
  ["a table without its column", "antworten.csv", Buffer.from("frage;antwort\nx;y\n")],
])("%s is refused with its file", async (_kind, name, bytes) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  const model = await open(folder);
  const error = await userErrorOf(async () => model.prepare(() => {}));
  expect(error).toMatchObject({
    code: "manual-file",
    exitCode: 2,
    place: { file: join(folder, name) },
  });
});
