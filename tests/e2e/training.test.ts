import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examplesFolder } from "../../scripts/training/examples.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

const files = [
  "ablauf.html",
  "arbeitsblatt.docx",
  "arbeitsblatt.html",
  "aufgaben.json",
  "aufgaben.md",
  "loesungen.docx",
  "loesungen.html",
  "moodle.gift",
  "moodle.xml",
  "nutzungsregeln.html",
  "pruefprotokoll.json",
  "scorm.zip",
  "teilnahme.html",
];

/** A copy of the shipped run whose journals can be changed. */
function copyOfRun(): string {
  const folder = join(temporaryFolder(), "lauf");
  cpSync(examplesFolder, folder, { recursive: true });
  return folder;
}

describe("npm run training", { timeout: 120_000 }, () => {
  test("makes a course of a run, the same bytes every time", async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const first = await runCommandLine("training", [
      examplesFolder,
      "--out",
      one,
      "--minutes",
      "60",
      "--json",
    ]);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ files });
    await runCommandLine("training", [copyOfRun(), "--out", other, "--minutes", "60"]);
    expect(readdirSync(one).toSorted()).toEqual(files);
    for (const name of files.filter((file) => file !== "loesungen.html")) {
      expect(
        `${name} ${Buffer.compare(readFileSync(join(one, name)), readFileSync(join(other, name)))}`,
      ).toBe(`${name} 0`);
    }
    expect(readFileSync(join(one, "loesungen.html"), "utf8")).toMatch(/report\.html#fall-/u);
    expect(readFileSync(join(one, "arbeitsblatt.html"), "utf8")).not.toMatch(
      /gemma|smollm|Lösung/iu,
    );
  });

  test("offers the shipped examples, and a part on reading the report for Führung", async () => {
    const out = temporaryFolder();
    const { code } = await runCommandLine("training", [
      "--examples",
      "--out",
      out,
      "--role",
      "führung",
    ]);
    expect(code).toBe(0);
    expect(readFileSync(join(out, "ablauf.html"), "utf8")).toContain("nicht unterscheidbar");
    expect(readFileSync(join(out, "loesungen.html"), "utf8")).not.toContain("report.html");
  });

  test("says which kind of nothing a run without failures is", async () => {
    const folder = copyOfRun();
    writeFileSync(join(folder, "cards.jsonl"), "");
    const good = await runCommandLine("training", [folder, "--out", temporaryFolder()]);
    expect(good.code).toBe(2);
    expect(good.stderr).toContain("hat keine Antwort versagt");
    expect(good.stderr).toContain("--examples");
    const path = join(folder, "findings.json");
    const findings = JSON.parse(readFileSync(path, "utf8")) as {
      verdicts: { trials: number; infrastructure: number; graderError: number }[];
    };
    for (const row of findings.verdicts)
      Object.assign(row, { infrastructure: row.trials, graderError: 0 });
    writeFileSync(path, JSON.stringify(findings));
    const broken = await runCommandLine("training", [folder, "--out", temporaryFolder()]);
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain("nur technische Ausfälle");
  });

  test("an output folder that is a file is infrastructure, in one sentence", async () => {
    const file = writeIn(temporaryFolder(), "datei", "x");
    const { code, stderr } = await runCommandLine("training", [
      "--examples",
      "--out",
      join(file, "kurs"),
    ]);
    expect(code).toBe(3);
    expect(stderr).toContain("Der Ordner lässt sich nicht anlegen.");
    expect(stderr).not.toContain("at ");
  });

  test.each([
    { words: [], problem: "Es fehlt --out ORDNER." },
    { words: ["--out", "x"], problem: "Es fehlt der Ordner des Laufs." },
    { words: ["fehlt", "--out", "x"], problem: "In diesem Ordner liegt kein Lauf" },
    { words: ["x", "--out", "y", "--role", "Chef"], problem: "Die Rolle „Chef“ gibt es nicht" },
    { words: ["x", "--out", "y", "--minutes", "5"], problem: "ganze Zahl ab 30" },
    { words: ["x", "--out", "y", "--number", "501"], problem: "höchstens 500" },
    { words: ["evaluate"], problem: "Es fehlt --prompts DATEI." },
  ])("refuses $words", async ({ words, problem }) => {
    const { code, stderr } = await runCommandLine("training", words);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });

  test.each([["--help"], ["evaluate", "--help"]])("has German help: %s %s", async (...words) => {
    const { code, stdout } = await runCommandLine("training", words);
    expect(code).toBe(0);
    expect(stdout).toContain("Ende: 0 fertig");
  });
});

describe("npm run training -- evaluate", { timeout: 120_000 }, () => {
  const good =
    "Beantworte die Frage nur mit dem amtlichen Text, in höchstens zwei Sätzen. Steht es nicht im Text, sag das. Prüfe zum Schluss jede Zahl.";
  const table = (...rows: readonly (readonly [string, string])[]): string =>
    ["kuerzel;prompt", ...rows.map(([code, prompt]) => `${code};"${prompt}"`)].join("\r\n");

  async function evaluate(content: string, more: readonly string[] = []) {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const server = await startChatServer((body) =>
      body.messages?.[0]?.content.includes("nur mit dem amtlichen Text") === true
        ? "Der neue Personalausweis kostet 46 Euro."
        : "Der neue Personalausweis kostet 37 Euro.",
    );
    const config = writeIn(
      folder,
      "amtsprobe.yaml",
      `schemaVersion: 1\nmodels:\n  - id: compatible:haus\n    baseURL: ${server.baseURL}\n    model: stub\n`,
    );
    const prompts = writeIn(folder, "teilnehmende.csv", content);
    const words = [
      "evaluate",
      "--prompts",
      prompts,
      "--suite",
      "buergerfragen",
      "--case",
      "personalausweis-gebuehr",
      "--model",
      "compatible:haus",
      "--config",
      config,
      ...more,
    ];
    return { ...(await runCommandLine("training", words)), server };
  }

  test("judges prompts like variants, and sends none that gives a person away", async () => {
    const { code, stdout, server } = await evaluate(
      table(
        ["tisch-1", good],
        ["tisch-2", "Mach mal."],
        ["tisch-3", "Schreib an elif.aydin@example.org."],
      ),
      ["--json"],
    );
    expect(code).toBe(0);
    const { results, yardsticks } = JSON.parse(stdout) as {
      results: { code: string; share?: object; personalData: number }[];
      yardsticks: object;
    };
    expect(results.map(({ share }) => share)).toMatchObject([
      { n: 1, passed: 1 },
      { n: 1, passed: 0 },
      undefined,
    ] as object[]);
    expect(results[2]?.personalData).toBe(1);
    expect(yardsticks).toMatchObject({ untrained: { n: 1, passed: 0 }, trained: { n: 1 } });
    expect(JSON.stringify(server.bodies)).not.toContain("elif.aydin");
    expect(stdout).not.toContain("elif.aydin");
  });

  test("sends it when that is allowed", async () => {
    const { server } = await evaluate(table(["tisch-3", "Schreib an elif.aydin@example.org."]), [
      "--allow-personal-data",
      "--json",
    ]);
    expect(JSON.stringify(server.bodies)).toContain("elif.aydin");
  });

  test("hands out sheets, no answers and no prompts unless they are to be kept", async () => {
    const out = temporaryFolder();
    await evaluate(table(["tisch-1", good]), ["--out", out]);
    expect(readdirSync(out).toSorted()).toEqual(["gruppe.md", "rueckmeldung-tisch-1.md"]);
    const sheet = readFileSync(join(out, "rueckmeldung-tisch-1.md"), "utf8");
    expect(sheet).toContain("Ihr Prompt: 1 von 1 Fällen (21 % bis 100 %)");
    expect(sheet).not.toContain(good);
    expect(readFileSync(join(out, "gruppe.md"), "utf8")).toContain("erst ab 5 Teilnehmenden");
    const kept = temporaryFolder();
    await evaluate(table(["tisch-1", good]), ["--out", kept, "--keep"]);
    expect(readFileSync(join(kept, "antworten.json"), "utf8")).toContain("46 Euro");
  });

  test.each([
    { content: "kuerzel;prompt\n", problem: "Die Tabelle hat keine Zeilen." },
    { content: table(["Elif Aydin", good]), problem: "ist kein Kürzel" },
    { content: table(["t1", good], ["T1", good]), problem: "steht zweimal da" },
  ])("refuses a table: $problem", async ({ content, problem }) => {
    const { code, stderr, server } = await evaluate(content);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
    expect(server.bodies).toHaveLength(0);
  });
});
