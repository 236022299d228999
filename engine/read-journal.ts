import type { z } from "zod";
import { checkValue, describeFlaw } from "../core/messages.ts";
import { exitCodes, UserError } from "../core/user-error.ts";
import { linesOf } from "./file-lines.ts";
import { parseBytes } from "./journal-line.ts";

/** What a journal holds, and the lines that cannot be read. */
export interface JournalContent<Row> {
  readonly records: readonly Row[];
  readonly damaged: readonly { readonly line: number; readonly text: string }[];
  /** The last line has no end: the writer was killed in the middle of it. */
  readonly torn: boolean;
}

/** What a journal holds that cannot be read. */
export type JournalDamage = Omit<JournalContent<never>, "records">;

/** Reads a journal line by line; a missing file is an empty journal. Only what is wanted is kept. */
export async function readJournal<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  isWanted: (record: z.output<Schema>) => boolean = () => true,
): Promise<JournalContent<z.output<Schema>>> {
  const records: z.output<Schema>[] = [];
  const damage = await scanJournal(path, schema, (record) => {
    if (isWanted(record)) records.push(record);
  });
  return { records, ...damage };
}

/** As {@link readJournal}, but hands each record over instead of keeping it. */
export async function scanJournal<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  onRecord: (record: z.output<Schema>) => void,
): Promise<JournalDamage> {
  return scanLines(path, (bytes, line) => {
    const parsed = parseBytes(bytes);
    if (parsed === "damaged") return false;
    onRecord(checkRecord(schema, parsed.value, { file: path, line }));
    return true;
  });
}

/** Hands the lines of a journal with their numbers over; `read` gives false for a damaged one. */
export async function scanLines(
  path: string,
  read: (bytes: Buffer, line: number) => boolean,
): Promise<JournalDamage> {
  const damaged: { line: number; text: string }[] = [];
  let line = 0;
  let torn = false;
  for await (const batch of linesOf(path)) {
    for (const bytes of batch) {
      line += 1;
      torn = !isBlank(bytes) && !read(bytes, line);
      if (torn) damaged.push({ line, text: bytes.toString() });
    }
  }
  return { damaged, torn };
}

const space = 32;

/** A line with a record begins with a brace, so only the others are looked at. */
function isBlank(bytes: Buffer): boolean {
  return (bytes[0] ?? space) <= space && bytes.toString().trim() === "";
}

/** As {@link readJournal}, but damage is an error that names the line and the way out. */
export async function readSoundJournal<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  isWanted?: (record: z.output<Schema>) => boolean,
): Promise<readonly z.output<Schema>[]> {
  const { records, damaged } = await readJournal(path, schema, isWanted);
  const first = damaged[0];
  if (first === undefined) return records;
  throw new UserError(
    damaged.length === 1
      ? "Diese Zeile des Protokolls ist beschädigt (Prüfsumme oder Aufbau stimmt nicht)."
      : `${damaged.length} Zeilen des Protokolls sind beschädigt; dies ist die erste.`,
    {
      code: "journal-damaged",
      exitCode: exitCodes.usage,
      place: { file: path, line: first.line },
      nextStep:
        "Setzen Sie den Lauf mit „npm run eval -- --resume ORDNER“ fort: Beschädigte Zeilen werden zur Seite gelegt und nur diese Durchgänge neu gefragt.",
    },
  );
}

/** Holds a record against its schema; what does not fit is an error that names file and line. */
export function checkRecord<Schema extends z.ZodType>(
  schema: Schema,
  value: object,
  place: { readonly file: string; readonly line: number },
): z.output<Schema> {
  const result = checkValue(schema, value);
  if (result.ok) return result.value;
  const flaw = result.flaws[0];
  throw new UserError(`Diese Zeile passt nicht zum Format des Protokolls: ${describeFlaw(flaw)}`, {
    code: "journal-format",
    exitCode: exitCodes.usage,
    place,
    nextStep:
      "Der Ordner stammt vermutlich aus einer anderen Version. Verwenden Sie diese Version oder beginnen Sie einen neuen Lauf; das Format steht in docs/schemas.",
  });
}
