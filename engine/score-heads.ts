import { scoreRecordSchema, type ScoreRecord } from "../core/trial.ts";
import { isSealed, parseBytes } from "./journal-line.ts";
import { checkRecord, scanLines, type JournalDamage } from "./read-journal.ts";

/** Which grading a line of `scores.jsonl` records, and whether it came to a score. */
export interface ScoreHead extends Pick<
  ScoreRecord,
  "trialId" | "caseHash" | "grader" | "version"
> {
  readonly status: ScoreRecord["score"]["status"];
}

/**
 * Reads who judged what from the journal of scores. Most lines are of our own writing and whole by their
 * checksum: of these only the beginning is read. Any other is read as a whole.
 */
export async function scanScoreHeads(
  path: string,
  onHead: (head: ScoreHead) => void,
): Promise<JournalDamage> {
  return scanLines(path, (bytes, line) => {
    const head = isSealed(bytes) ? writtenHead(bytes) : undefined;
    if (head !== undefined) {
      onHead(head);
      return true;
    }
    const parsed = parseBytes(bytes);
    if (parsed === "damaged") return false;
    const record = checkRecord(scoreRecordSchema, parsed.value, { file: path, line });
    onHead({ ...record, status: record.score.status });
    return true;
  });
}

/** Names in plain ASCII without escapes, so that bytes are characters. */
const beginning =
  /^\{"schemaVersion":1,"trialId":"([0-9a-f]{64})","caseHash":"([0-9a-f]{64})","grader":"([\w:./-]+)","version":"([\w:./-]+)","score":\{"status":"(scored|unscored)",/u;
/** Longer than any beginning of a grader with a name of common length. */
const beginningLength = 400;

function writtenHead(bytes: Buffer): ScoreHead | undefined {
  const match = beginning.exec(bytes.toString("latin1", 0, beginningLength));
  if (match === null) return undefined;
  const [, trialId = "", caseHash = "", grader = "", version = "", status] = match;
  return { trialId, caseHash, grader, version, status: status as ScoreHead["status"] };
}
