import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gateFindingsSchema } from "../../core/findings-gate.ts";
import { gateBaselineSchema } from "../../core/gate-baseline.ts";
import { main } from "../../scripts/gate/main.ts";
import { startChatServer, type ChatBody } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

/** Right under the old prompt; under the new one wrong with control characters for every third case. */
function answerByPrompt(body: ChatBody): string {
  const prompt = body.messages?.[0]?.content ?? "";
  const number = Number(/Antrag (\d+)/u.exec(prompt)?.[1] ?? "0");
  return prompt.includes("NEU") && number % 3 === 0
    ? "\u001b[31mDas weiß ich nicht.\u001b]0;x\u0007 \u202e::error::]]> <b>"
    : rightAnswer(body);
}

/** A baseline run, and one with a prompt file that makes a third of the cases wrong. */
async function twoRuns(cases: number) {
  const folder = temporaryFolder();
  writeSuite(folder, cases);
  const faelle = join(folder, "probe", "faelle.yaml");
  writeFileSync(
    faelle,
    readFileSync(faelle, "utf8").replace("- id: fall-0\n", "- id: fall-0\n  critical: ja\n"),
  );
  const server = await startChatServer(answerByPrompt);
  const config = writeConfig(folder, server.baseURL);
  const [before, after] = [join(folder, "vorher"), join(folder, "nachher")];
  const prompt = writeIn(
    folder,
    "prompts/mein neu.md",
    "---\nname: neu\ntitle: Neuer Prompt\nsuites: [probe]\n---\nNEU: {{question}} Text: {{text}}\n",
  );
  const usual = ["--config", config, "--critical-attempts", "3"];
  const first = await runCommandLine("eval", [...usual, "--variant", "trained", "--out", before]);
  expect(first).toMatchObject({ code: 0 });
  const calls = server.bodies.length;
  const second = await runCommandLine("eval", [
    ...usual,
    "--suite",
    join(folder, "probe"),
    "--variant-file",
    prompt,
    "--out",
    after,
  ]);
  expect(second).toMatchObject({ code: 0 });
  return { folder, before, after, prompt, config, calls, server, faelle };
}

describe("npm run gate", { timeout: 180_000 }, () => {
  test("red with every output, from a run and from a committed file", async () => {
    const { folder, before, after, calls, server } = await twoRuns(40);
    // The candidate alone is called, its critical case three times.
    expect([calls, server.bodies.length]).toEqual([42, 84]);
    const out = join(folder, "gate");
    const summary = writeIn(folder, "summary.md", "vorher\n");
    const red = await runCommandLine(
      "gate",
      ["--baseline", before, "--candidate", after, "--out", out, "--github"],
      { environment: { GITHUB_STEP_SUMMARY: summary } },
    );
    expect(red.code).toBe(1);
    expect(red.stdout).toMatch(/^Rot: schlechter geworden\n/u);
    expect(red.stdout).toContain("Regel: Rot, wenn");
    expect(red.stdout).toContain("Kritischer Fall fall-0 (probe): vorher 3 von 3 Mal bestanden");
    expect(red.stdout).toContain("vorher:  Der Antrag kostet 20 Euro.");
    expect(red.stdout).toContain("[U+001B]");
    expect(red.stdout).not.toContain("\u001b");
    expect(red.stderr).toMatch(/^::error file=[^",]*mein neu\.md,line=1,title=Rot/mu);
    expect(readFileSync(summary, "utf8")).toMatch(/^vorher\n## Rot/u);
    const findings = gateFindingsSchema.parse(
      JSON.parse(readFileSync(join(out, "findings.json"), "utf8")),
    );
    expect(findings.criteria[0]).toMatchObject({
      n: 40,
      lost: 14,
      won: 0,
      baselineVariant: "trained",
    });
    for (const name of ["junit.xml", "zusammenfassung.md", "kommentar.md"]) {
      expect(readFileSync(join(out, name), "utf8")).not.toContain("\u001b");
    }

    const file = join(folder, "baseline.json");
    const saved = await runCommandLine("gate", ["--save", file, "--candidate", before]);
    expect(saved).toMatchObject({ code: 0 });
    const text = readFileSync(file, "utf8");
    expect(gateBaselineSchema.parse(JSON.parse(text)).results).toHaveLength(1);
    expect(text).not.toContain("Der Antrag kostet");
    const again = await runCommandLine("gate", [
      "--baseline",
      file,
      "--candidate",
      after,
      "--json",
    ]);
    expect(again.code).toBe(1);
    const fromFile = gateFindingsSchema.parse(JSON.parse(again.stdout));
    expect(fromFile.criteria).toEqual(findings.criteria);
    expect(fromFile.critical).toEqual(findings.critical);
    expect(fromFile.worse[0]?.before.answer).toBeUndefined();

    const withAnswers = join(folder, "mit-antworten.json");
    await runCommandLine("gate", ["--save", withAnswers, "--candidate", before, "--with-answers"]);
    const full = await runCommandLine("gate", [
      "--baseline",
      withAnswers,
      "--candidate",
      after,
      "--json",
    ]);
    expect(gateFindingsSchema.parse(JSON.parse(full.stdout)).worse).toEqual(findings.worse);

    const same = await runCommandLine("gate", ["--baseline", before, "--candidate", before]);
    expect(same.code).toBe(0);
    expect(same.stdout).toMatch(/^Zu wenig Fälle, um das zu sagen\n/u);
    const strict = await runCommandLine("gate", [
      "--baseline",
      before,
      "--candidate",
      before,
      "--strict",
    ]);
    expect(strict.code).toBe(1);
  });

  test("refuses what cannot be compared: one German message, the right exit code", async () => {
    const { folder, before, after, config, faelle } = await twoRuns(6);
    const file = join(folder, "baseline.json");
    await runCommandLine("gate", ["--save", file, "--candidate", before]);
    const text = readFileSync(file, "utf8");
    const broken = writeIn(folder, "kaputt.json", text.slice(0, 200));
    const foreign = writeIn(folder, "fremd.json", "{}");
    const edited = writeIn(folder, "geaendert.json", text.replace('"fall-1"', '"fall-x"'));
    const later = writeIn(
      folder,
      "v2.json",
      text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
    );
    writeFileSync(faelle, readFileSync(faelle, "utf8").replace('["21 Euro"]', '["999 Euro"]'));
    const changed = join(folder, "geaendert");
    await runCommandLine("eval", ["--config", config, "--variant", "trained", "--out", changed]);
    const table: readonly (readonly [string[], number, string])[] = [
      [["--baseline", join(folder, "fehlt.json"), "--candidate", after], 2, "gibt es nicht"],
      [["--baseline", broken, "--candidate", after], 3, "kein gültiges JSON"],
      [["--baseline", foreign, "--candidate", after], 2, "keine Vergleichsbasis"],
      [["--baseline", edited, "--candidate", after], 2, "Prüfsumme der Suite „probe“"],
      [["--baseline", later, "--candidate", after], 2, "Format-Version 2"],
      [["--baseline", file, "--candidate", changed], 2, "geändert: fall-1"],
      [["--baseline", folder, "--candidate", after], 2, "manifest.json fehlt"],
      [["--candidate", after], 2, "--baseline"],
      [["--baseline", file, "--candidate", after, "--variant", "alt"], 2, "„alt“"],
      [["--baseline", file, "--candidate", after, "--max-drop", "viel"], 2, "--max-drop"],
      [["--save", file], 2, "genau einen Lauf"],
    ];
    for (const [words, exitCode, message] of table) {
      const error = await userErrorOf(async () => main(words));
      expect({ words, exitCode: error.exitCode }).toEqual({ words, exitCode });
      expect(`${error.place?.file ?? ""} ${error.message}`).toContain(message);
      expect(error.nextStep).not.toBe("");
    }
    const result = await runCommandLine("gate", ["--baseline", broken, "--candidate", after]);
    expect(result).toMatchObject({ code: 3, stdout: "" });
    expect(result.stderr).not.toContain("    at ");
  });

  test("a run without answers is compared, and no empty text stands for an answer", async () => {
    const { folder, before, config, prompt } = await twoRuns(20);
    const after = join(folder, "ohne");
    const words = ["--config", config, "--variant-file", prompt, "--suite", join(folder, "probe")];
    await runCommandLine("eval", [...words, "--no-answers", "--out", after]);
    const file = join(folder, "ohne.json");
    const saved = await runCommandLine("gate", [
      "--save",
      file,
      "--candidate",
      after,
      "--with-answers",
    ]);
    expect(saved.code).toBe(0);
    expect(saved.stderr).toContain("bewahrt keine Antworten auf");
    expect(readFileSync(file, "utf8")).not.toContain('"answer": ""');
    const result = await runCommandLine("gate", ["--baseline", before, "--candidate", after]);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain(
      "jetzt:   (durchgefallen; der Lauf bewahrt keine Antworten auf)",
    );
  });

  test("a byte-order mark is read over; what cannot be written is said", async () => {
    const { folder, before, after } = await twoRuns(12);
    const file = join(folder, "bom.json");
    await runCommandLine("gate", ["--save", file, "--candidate", before]);
    writeFileSync(file, `\ufeff${readFileSync(file, "utf8")}`);
    const words = ["--baseline", file, "--candidate", after];
    const noSummary = await runCommandLine("gate", [...words, "--github"], {
      environment: { GITHUB_STEP_SUMMARY: join(folder, "fehlt", "summary.md") },
    });
    expect(noSummary.code).toBe(1);
    expect(noSummary.stderr).toContain("::warning::Die Zusammenfassung");
    const error = await userErrorOf(async () => main([...words, "--out", file]));
    expect(error).toMatchObject({ code: "folder-unwritable", exitCode: 3 });
  });

  test("provider errors above the limit are exit code 3, not a verdict", async () => {
    const { folder, before, config, prompt } = await twoRuns(20);
    const after = join(folder, "gestoert");
    const words = ["--config", config, "--variant-file", prompt, "--suite", join(folder, "probe")];
    await runCommandLine("eval", [...words, "--out", after]);
    const trials = join(after, "trials.jsonl");
    const lines = readFileSync(trials, "utf8").split("\n");
    // As if a third of the calls had never come back.
    writeFileSync(trials, lines.filter((_, at) => at % 3 !== 0).join("\n"));
    const result = await runCommandLine("gate", ["--baseline", before, "--candidate", after]);
    expect(result.code).toBe(3);
    expect(result.stdout).toMatch(/^Ungültig/u);
  });
});

describe("npm run eval -- --variant-file", { timeout: 120_000 }, () => {
  test("keeps text and hash in the manifest, and goes on without the file", async () => {
    const { after, prompt, server } = await twoRuns(4);
    const manifest = JSON.parse(readFileSync(join(after, "manifest.json"), "utf8")) as {
      variantFiles: { name: string; sha256: string; text: string }[];
    };
    expect(manifest.variantFiles[0]).toMatchObject({
      name: "neu",
      text: readFileSync(prompt, "utf8"),
    });
    expect(manifest.variantFiles[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    writeFileSync(prompt, "etwas anderes");
    const asked = server.bodies.length;
    const resumed = await runCommandLine("eval", ["--resume", after]);
    expect(resumed).toMatchObject({ code: 0 });
    expect(server.bodies).toHaveLength(asked);
    expect(existsSync(join(after, "report.html"))).toBe(true);
    expect((await runCommandLine("regrade", [after])).code).toBe(0);
  });
});
