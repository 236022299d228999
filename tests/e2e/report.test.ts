import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidenceSchema } from "../../core/evidence.ts";
import { runComparisonSchema } from "../../core/run-comparison.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { buildRun, series } from "../analysis/build-run.ts";
import { reportFolder } from "../helpers/report-folder.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

/** A run folder as `npm run eval` leaves it; `passed` of its ten answers are right. */
function recordedRun(passed: number): string {
  const { manifest, trials, scores } = buildRun({
    trials: series({}, { passed, of: 10 }),
    manifest: { runId: `lauf-${passed}` },
  });
  const folder = temporaryFolder();
  writeIn(folder, "manifest.json", JSON.stringify(manifest));
  writeIn(folder, "trials.jsonl", trials.map(formatLine).join(""));
  writeIn(folder, "scores.jsonl", scores.map(formatLine).join(""));
  return folder;
}

describe("npm run report", { timeout: 60_000 }, () => {
  test("writes each format and says where", async () => {
    const folder = reportFolder("quick");
    const words = [folder, "--format", "html,csv", "--format", "markdown"];
    const result = await runCommandLine("report", words);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    for (const file of ["report.html", "ergebnisse.csv", "fehler.csv", "report.md"]) {
      expect(result.stdout).toContain(`Bericht: ${join(folder, file)}\n`);
      expect(existsSync(join(folder, file))).toBe(true);
    }
    const asJson = await runCommandLine("report", [folder, "--json"]);
    expect(JSON.parse(asJson.stdout)).toEqual({ written: [join(folder, "report.html")] });
  });

  test("the list of evidence has the hash of the report that stands there", async () => {
    const folder = recordedRun(7);
    expect((await runCommandLine("analyse", [folder])).code).toBe(0);
    const details = writeIn(folder, "bericht.yaml", "agency: Stadt Probe\n");
    expect((await runCommandLine("report", [folder, "--details", details])).code).toBe(0);
    const list = evidenceSchema.parse(
      JSON.parse(readFileSync(join(folder, "nachweise.json"), "utf8")),
    );
    const sha256 = createHash("sha256").update(readFileSync(join(folder, "report.html")));
    expect(list.files.find(({ name }) => name === "report.html")?.sha256).toBe(
      sha256.digest("hex"),
    );
  });

  test("takes away pages of an earlier report, and nothing else", async () => {
    const folder = reportFolder("quick");
    writeIn(folder, "faelle/alt-1.html", "alt");
    writeIn(folder, "faelle/notiz.txt", "bleibt");
    expect((await runCommandLine("report", [folder])).code).toBe(0);
    expect(readdirSync(join(folder, "faelle"))).toEqual(["notiz.txt"]);
  });

  test("opens the report with the program of the machine", async () => {
    const folder = reportFolder("single-model");
    const programs = temporaryFolder();
    const opened = join(programs, "geoeffnet");
    const opener = writeIn(programs, "xdg-open", `#!/bin/sh\nprintf %s "$1" > "${opened}"\n`);
    chmodSync(opener, 0o755);
    const environment = { PATH: `${programs}:${process.env["PATH"] ?? ""}` };
    const result = await runCommandLine("report", [folder, "--open"], { environment });
    expect(result.code).toBe(0);
    await expect
      .poll(() => (existsSync(opened) ? readFileSync(opened, "utf8") : ""))
      .toBe(join(folder, "report.html"));
  });

  test("says so when there is nothing to open it with", async () => {
    const folder = reportFolder("single-model");
    const environment = { PATH: temporaryFolder() };
    const result = await runCommandLine("report", [folder, "--open"], { environment });
    expect(result).toMatchObject({ code: 3, stdout: `Bericht: ${join(folder, "report.html")}\n` });
    expect(result.stderr).toContain("selbst in einem Browser");
    expect(result.stderr).not.toContain("    at ");
  });

  test("anonymous: files of its own, the key only where it is asked for", async () => {
    const folder = reportFolder("quick");
    const details = writeIn(folder, "bericht.yaml", "agency: Stadt Beispiel\nversion: 0.2\n");
    const words = [folder, "--anonymous", "--details", details, "--format", "html,csv,markdown"];
    expect(await runCommandLine("report", words)).toMatchObject({ code: 0, stderr: "" });
    expect(readdirSync(folder).toSorted()).toEqual([
      "bericht.yaml",
      "cards.jsonl",
      "ergebnisse-anonym.csv",
      "fehler-anonym.csv",
      "findings.json",
      "manifest.json",
      "report-anonym.html",
      "report-anonym.md",
    ]);
    const page = readFileSync(join(folder, "report-anonym.html"), "utf8");
    expect(page).toContain("Entwurf, Fassung 0.2 · Stadt Beispiel");
    expect(page).not.toMatch(/gemma|smollm/iu);
    const key = join(folder, "schluessel.json");
    await runCommandLine("report", [folder, "--anonymous", "--key", key]);
    expect(JSON.parse(readFileSync(key, "utf8"))).toMatchObject({
      offers: [{ offer: "Angebot 1", id: "llama:gemma3-270m" }, { offer: "Angebot 2" }],
    });
  });

  test("in English as well: a file of its own beside the German report it names", async () => {
    const folder = reportFolder("quick");
    const result = await runCommandLine("report", [folder, "--language", "en", "--json"]);
    const written = ["report-en.html", "report.html"].map((name) => join(folder, name));
    expect(JSON.parse(result.stdout)).toEqual({ written });
    const page = readFileSync(join(folder, "report-en.html"), "utf8");
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('href="report.html"');
  });

  test("in English in every format", async () => {
    const folder = reportFolder("quick");
    const words = [folder, "--language", "en", "--format", "html,csv,markdown", "--json"];
    const result = await runCommandLine("report", words);
    const names = [
      "report-en.html",
      "ergebnisse-en.csv",
      "fehler-en.csv",
      "report-en.md",
      "report.html",
      "ergebnisse.csv",
      "fehler.csv",
      "report.md",
    ];
    expect(JSON.parse(result.stdout)).toEqual({ written: names.map((name) => join(folder, name)) });
    expect(readFileSync(join(folder, "report-en.md"), "utf8")).toContain("## Recommendation");
  });

  test("compares two runs in English as well", async () => {
    const [before, after] = [recordedRun(9), recordedRun(5)];
    const words = ["--compare", before, after, "--language", "en", "--json"];
    const result = await runCommandLine("report", words);
    const names = ["vergleich-en.html", "vergleich.html"];
    expect(JSON.parse(result.stdout)).toEqual({ written: names.map((name) => join(after, name)) });
    expect(readFileSync(join(after, "vergleich-en.html"), "utf8")).toContain("What got worse");
  });

  test("compares two runs and says where", async () => {
    const [before, after] = [recordedRun(9), recordedRun(5)];
    const result = await runCommandLine("report", ["--compare", before, after]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toBe(`Bericht: ${join(after, "vergleich.html")}\n`);
    expect(readFileSync(join(after, "vergleich.html"), "utf8")).toContain("4\u00a0Antworten");
    const file = readFileSync(join(after, "vergleich.json"), "utf8");
    const [comparison] = runComparisonSchema.array().parse(JSON.parse(file));
    expect(comparison).toMatchObject({ worseTotal: 4, betterTotal: 0 });

    const out = join(temporaryFolder(), "neu");
    const third = recordedRun(7);
    const words = ["--compare", before, after, third, "--out", out, "--json"];
    const more = await runCommandLine("report", words);
    expect(JSON.parse(more.stdout)).toEqual({ written: [join(out, "vergleich.html")] });

    const key = join(out, "schluessel.json");
    const hidden = ["--compare", before, after, "--out", out, "--anonymous", "--key", key];
    const anonymous = await runCommandLine("report", hidden);
    expect(anonymous.stdout).toBe(`Bericht: ${join(out, "vergleich-anonym.html")}\n`);
    for (const name of ["vergleich-anonym.html", "vergleich-anonym.json"]) {
      const content = readFileSync(join(out, name), "utf8");
      expect(content).toContain("Angebot 1");
      expect(content).not.toMatch(/llama:|probe-modell/u);
    }
    expect(JSON.parse(readFileSync(key, "utf8"))).toMatchObject({
      offers: [{ offer: "Angebot 1" }],
    });

    for (const wrong of [[before], [before, before], [before, join(out, "fehlt")]]) {
      // oxlint-disable-next-line no-await-in-loop -- one process after the other
      const refused = await runCommandLine("report", ["--compare", ...wrong]);
      expect(refused).toMatchObject({ code: 2, stdout: "" });
    }
  });

  test.each([
    [["--format", "pdf"], "--format kennt „pdf“ nicht"],
    [["--key", "x.json"], "--key gibt es nur zusammen mit --anonymous"],
    [["--language", "fr"], "--language kennt „fr“ nicht"],
    [["--details", "fehlt.yaml"], "fehlt.yaml"],
    [["--quatsch"], "Die Angabe --quatsch gibt es nicht"],
  ])("%j is wrong use", async (words, message) => {
    const result = await runCommandLine("report", [reportFolder("quick"), ...words]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain(message);
  });

  test.each([
    ['{"schemaVersion":2}', "passt nicht zum Format"],
    ["kein JSON", "kein gültiges JSON"],
  ])("findings %j are refused in a sentence", async (content, message) => {
    const folder = reportFolder("quick");
    writeFileSync(join(folder, "findings.json"), content);
    const result = await runCommandLine("report", [folder]);
    expect(result).toMatchObject({ code: 2, stdout: "" });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toContain("npm run analyse");
  });
});
