import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRecordSchema, type ScoreRecord } from "../../core/trial.ts";
import { formatLine } from "../../engine/journal-line.ts";
import { scanJournal } from "../../engine/read-journal.ts";
import { scanScoreHeads, type ScoreHead } from "../../engine/score-heads.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const record: ScoreRecord = {
  schemaVersion: 1,
  trialId: "a".repeat(64),
  caseHash: "b".repeat(64),
  grader: "facts",
  version: "1",
  score: { status: "scored", value: 1, passed: true, reason: "„gut“", measures: {}, evidence: [] },
};

async function headsOf(text: string | Buffer) {
  const path = join(temporaryFolder(), "scores.jsonl");
  writeFileSync(path, text);
  const heads: ScoreHead[] = [];
  const damage = await scanScoreHeads(path, (head) => void heads.push(head));
  const whole: ScoreRecord[] = [];
  const other = await scanJournal(path, scoreRecordSchema, (one) => void whole.push(one));
  return { heads, damage, whole, other };
}

const records = fc.record({
  schemaVersion: fc.constant(1 as const),
  trialId: fc.oneof(fc.constant(record.trialId), fc.string({ minLength: 1 })),
  caseHash: fc.oneof(fc.constant(record.caseHash), fc.string()),
  grader: fc.oneof(fc.constantFrom("facts", "promptfoo:is-json"), fc.string({ minLength: 1 })),
  version: fc.oneof(fc.constant("1.2+a"), fc.string({ minLength: 1 })),
  score: fc.oneof(
    fc.constant(record.score),
    fc.record({ status: fc.constant("unscored" as const), reason: fc.string({ minLength: 1 }) }),
  ),
});

describe("scanScoreHeads", () => {
  it("sees what reading the whole lines sees, with and without checksum", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(records), fc.boolean(), async (rows, isSealed) => {
        const write = isSealed ? formatLine : (row: object) => `${JSON.stringify(row)}\n`;
        const { heads, whole } = await headsOf(rows.map(write).join(""));
        const expected = whole.map(({ trialId, caseHash, grader, version, score }) => {
          return { trialId, caseHash, grader, version, status: score.status };
        });
        expect(heads).toMatchObject(expected);
        expect(heads).toHaveLength(rows.length);
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it("takes a line with a flipped bit as reading it whole does", async () => {
    const line = Buffer.from(formatLine(record));
    for (let at = 0; at < line.length - 1; at += 1) {
      const flipped = Buffer.from(line);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const { heads, damage, whole, other } = await headsOf(Buffer.concat([line, flipped, line]));
      expect(damage).toEqual(other);
      expect(heads.length).toBe(whole.length);
      // Only a flipped name of the checksum, with nothing else changed, passes for a line without one.
      if (at < line.lastIndexOf('"checksum"')) expect(heads.length, `byte ${at}`).toBe(2);
    }
  });

  it("names a torn last line", async () => {
    const { heads, damage } = await headsOf(formatLine(record) + formatLine(record).slice(0, 40));
    expect(heads).toHaveLength(1);
    expect(damage).toMatchObject({ torn: true, damaged: [{ line: 2 }] });
  });
});
