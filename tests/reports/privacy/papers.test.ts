import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DataClass } from "../../../core/data-class.ts";
import { manifestSchema } from "../../../core/manifest.ts";
import { formatLine } from "../../../engine/journal-line.ts";
import { renderImpactAssessment } from "../../../reports/privacy/impact-assessment.ts";
import { renderProcessingRecord } from "../../../reports/privacy/processing-record.ts";
import words from "../../../reports/words/gdpr.json" with { type: "json" };
import { writeFormats } from "../../../scripts/rerun/write-formats.ts";
import { sampleCase } from "../../helpers/sample-suite.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const haus = {
  id: "compatible:haus",
  way: "compatible",
  endpoint: "https://ki.amt.example/v1",
  place: "Rechenzentrum des Landes",
  dataClasses: ["synthetic", "personal"],
  card: { id: "haus", facts: [{ label: "Betreiber", value: "Landesbetrieb IT" }] },
};
const local = { id: "llama:gemma3-270m", way: "llama", endpoint: "embedded" };

function facts(
  part: Record<string, unknown> = {},
  classes: [DataClass, number][] = [["synthetic", 7]],
) {
  const manifest = manifestSchema.parse({
    schemaVersion: 1,
    runId: "2026-11-29-probe",
    title: "Probe | mit *Zeichen* <script>",
    createdAt: "2026-11-29T05:00:00Z",
    variants: ["trained"],
    models: [haus, local],
    exposure: [{ suite: "s", case: "a", variant: "trained", input: "raw", items: 3 }],
    ...part,
  });
  return { manifest, classes: new Map(classes) };
}

describe.each([
  ["vvt.md", renderProcessingRecord, Object.values(words.article30)],
  ["dsfa.md", renderImpactAssessment, Object.values(words.article35)],
] as const)("%s", (file, render, law) => {
  test("follows the law's list, quotes it with a date, and marks what it cannot know", () => {
    const paper = render(facts());
    expect(paper.file).toBe(file);
    for (const sentence of law) expect(paper.content).toContain(`> ${sentence}`);
    expect(paper.content.match(/^## [a-g]\) /gmu)).toHaveLength(law.length);
    expect(paper.content).toContain("verglichen am 29.11.2026");
    expect(paper.content).toContain("keine Rechtsberatung");
    expect(paper.content.match(/\[AUSFÜLLEN: /gu)?.length).toBeGreaterThan(4);
  });

  test("is filled from the run: recipients with address, place and operator", () => {
    const { content } = render(facts());
    for (const known of [
      "compatible:haus",
      "Rechenzentrum des Landes",
      "Landesbetrieb IT",
      "2026-11-29-probe",
    ]) {
      expect(content).toContain(known);
    }
    expect(content).not.toContain("llama:gemma3-270m");
    expect(content).not.toContain("<script>");
  });

  test("says so where nothing left the machine, and where answers were not kept", () => {
    const { content } = render(facts({ models: [local], noAnswers: true }));
    expect(content).toContain("Kein Text hat den Rechner verlassen");
    expect(content).toContain("--no-answers");
  });
});

test("asks for persons and data where a case is not invented", () => {
  const { content } = renderProcessingRecord(
    facts({}, [
      ["synthetic", 2],
      ["personal", 5],
    ]),
  );
  expect(content).toContain("| personenbezogen | 5 |");
  expect(content).toContain("Betroffene Personen: **[AUSFÜLLEN");
  expect(renderProcessingRecord(facts()).content).not.toContain(
    "Betroffene Personen: **[AUSFÜLLEN",
  );
});

test("counts what the messages would carry away", () => {
  const one = { suite: "s", case: "a", variant: "trained", input: "raw", items: 3 };
  const exposure = [one, { ...one, variant: "untrained-kurz" }, { ...one, variant: "eigen" }];
  const { content } = renderImpactAssessment(facts({ variants: ["untrained", "eigen"], exposure }));
  expect(content).toContain("| geschult | Originaltext | 1 | 3 |");
  expect(content).toContain("| ungeschult, kurz | Originaltext | 1 | 3 |");
  expect(content).toContain("| eigen | Originaltext | 1 | 3 |");
  expect(content).toContain("(Prompts: ungeschult; eigen · Eingaben: Originaltext");
});

test("both are written from a run folder that was not analysed", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(facts().manifest));
  const line = { schemaVersion: 1, suite: "probe", case: sampleCase({ protection: "internal" }) };
  writeFileSync(join(folder, "cases.jsonl"), formatLine(line));
  const written = await writeFormats(folder, ["vvt", "dsfa"], {});
  expect(written).toEqual([join(folder, "vvt.md"), join(folder, "dsfa.md")]);
  expect(readFileSync(join(folder, "vvt.md"), "utf8")).toContain("| dienstlich | 1 |");
});
