import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("a suite of one's own, from the command line", { timeout: 60_000 }, () => {
  test("new, check with mutations, and preview as text and as a page", async () => {
    const folder = join(temporaryFolder(), "unsere-fragen");
    const made = await runCommandLine("new", ["unsere-fragen", "--out", folder]);
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toContain("faelle.yaml");
    const checked = await runCommandLine("check", ["--mutate", folder]);
    expect(checked.stdout).toMatch(
      /5 von 5 Beispielen.*\n(?:.*\n)*.*Mutationen: (?:.*\n)*In Ordnung\.\n$/u,
    );
    expect(checked.code).toBe(0);
    const shown = await runCommandLine("preview", [folder, "--variant", "trained"]);
    expect(shown.stdout).toContain("Du beantwortest Fragen an eine deutsche Behörde.");
    const page = join(folder, "vorschau.html");
    expect(await runCommandLine("preview", [folder, "--html", page])).toMatchObject({ code: 0 });
    expect(readFileSync(page, "utf8")).toContain("buecherei-verlaengern");
  });

  test("paths hold from the folder in which the command was typed", async () => {
    const folder = temporaryFolder();
    const environment = { INIT_CWD: folder };
    const run = async (command: string, words: string[]) =>
      runCommandLine(command, words, { environment });
    const words = ["unser-amt", "--out", "Unsere Suiten/unser-amt", "--format", "excel"];
    const made = await run("new", [...words, "--title", ""]);
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toContain('npm run check -- "Unsere Suiten/unser-amt"\n');
    expect(made.stdout).toContain("--profile full");
    expect(existsSync(join(folder, "Unsere Suiten", "unser-amt", "faelle.csv"))).toBe(true);
    const suite = "Unsere Suiten/unser-amt";
    const checked = await run("check", [suite]);
    expect(checked.stdout).toMatch(/im Schnelllauf alle.*\n(?:.*\n)*In Ordnung\.\n$/u);
    const shown = await run("preview", [suite, "--html", "vorschau.html"]);
    expect(shown).toMatchObject({ code: 0, stdout: "Vorschau: vorschau.html\n" });
    expect(readFileSync(join(folder, "vorschau.html"), "utf8")).toContain("Unsere Aufgaben");
    const again = await run("new", ["unser-amt", "--out", suite]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("Den Ordner gibt es schon");
  });

  test("a table saved wrongly is converted and says what it has to be called", async () => {
    const folder = temporaryFolder();
    const environment = { INIT_CWD: folder };
    await runCommandLine("new", ["amt", "--format", "csv"], { environment });
    const table = join(folder, "amt", "faelle.csv");
    const text = readFileSync(table, "utf8");
    writeFileSync(table, Buffer.from(text, "utf16le"));
    const refused = await runCommandLine("check", ["amt"], { environment });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("UTF-16");
    const words = ["--convert", "amt/faelle.csv"];
    const converted = await runCommandLine("check", words, { environment });
    expect(converted).toMatchObject({ code: 0 });
    expect(converted.stdout).toContain("Kopie in UTF-8: amt/faelle-utf8.csv\n");
    expect(converted.stdout).toContain("wenn sie faelle.csv heißt");
    renameSync(join(folder, "amt", "faelle-utf8.csv"), table);
    expect(await runCommandLine("check", ["amt"], { environment })).toMatchObject({ code: 0 });
  });

  test("a suite of one kind of prompt is checked with a remark and asked with --variant", async () => {
    const folder = temporaryFolder();
    const environment = { INIT_CWD: folder };
    await runCommandLine("new", ["amt"], { environment });
    const file = join(folder, "amt", "suite.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(/^ {2}untrained-.*\n/gmu, ""));
    const checked = await runCommandLine("check", ["amt"], { environment });
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain("Hinweis: Es fehlt die Prompt-Variante untrained-kurz");
    const words = ["--suite", "amt", "--model", "baseline:copy", "--dry-run"];
    const refused = await runCommandLine("eval", words, { environment });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("„untrained“ gibt es in keiner der gewählten Suiten");
    expect(refused.stderr).toContain("--variant trained");
    const german = await runCommandLine("eval", [...words, "--variant", "geschult"], {
      environment,
    });
    expect(german).toMatchObject({ code: 2 });
    expect(german.stderr).toContain("--variant trained");
    const asked = await runCommandLine("eval", [...words, "--variant", "trained"], { environment });
    expect(asked).toMatchObject({ code: 0 });
  });

  test.each([
    ["new", [], "Es fehlt der Name"],
    ["new", ["buergerfragen"], "heißt schon eine mitgelieferte Suite"],
    ["new", ["Unsere Suite"], "taugt nicht als Name"],
    ["new", ["suite", "--task", "malen"], "kennt „malen“ nicht"],
    ["preview", ["buergerfragen", "--case", "nirgends"], "Den Fall „nirgends“ gibt es"],
    ["preview", ["buergerfragen", "--input", "halb"], "kennt „halb“ nicht"],
  ])("%s %j is refused with what to do", async (command, words, message) => {
    const { code, stderr } = await runCommandLine(command, words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("→ ");
    expect(existsSync("suite")).toBe(false);
  });
});
