import { exitCodes, UserError } from "../../core/user-error.ts";
import { readCsv } from "../../datasets/read-csv.ts";

/** A prompt that somebody wrote, under a pseudonym. */
export interface Participant {
  readonly code: string;
  readonly prompt: string;
}

/** Longest prompt in UTF-16 code units. */
const longestPrompt = 20_000;

/**
 * Reads `kuerzel` and `prompt` from a table. A pseudonym is one word of up to 20 letters, digits and
 * hyphens with a digit in it, so that nobody types in a name; two of the same are refused.
 */
export function readParticipants(file: string): Participant[] {
  const rows = readCsv(file);
  if (rows.length === 0) throw wrongTable("Die Tabelle hat keine Zeilen.", file);
  const participants = rows.map(({ cells, line }) => {
    const code = cells.get("kuerzel")?.trim() ?? "";
    const prompt = cells.get("prompt")?.trim() ?? "";
    if (code === "" || prompt === "")
      throw wrongTable("Hier fehlt kuerzel oder prompt.", file, line);
    if (!/^(?=.*\d)[\p{L}\d-]{1,20}$/u.test(code)) {
      throw wrongTable(
        `„${code}“ ist kein Kürzel: ein Wort mit einer Ziffer, zum Beispiel tisch-3, kein Name.`,
        file,
        line,
      );
    }
    if (prompt.length > longestPrompt) {
      throw wrongTable(`Der Prompt ist länger als ${longestPrompt} Zeichen.`, file, line);
    }
    return { code, prompt, line };
  });
  const codes = participants.map(({ code }) => code.toLowerCase());
  const twice = participants.find(({ code }, place) => codes.indexOf(code.toLowerCase()) !== place);
  if (twice !== undefined)
    throw wrongTable(`Das Kürzel „${twice.code}“ steht zweimal da.`, file, twice.line);
  return participants.map(({ code, prompt }) => ({ code, prompt }));
}

function wrongTable(message: string, file: string, line?: number): UserError {
  return new UserError(message, {
    code: "wrong-participants",
    exitCode: exitCodes.usage,
    place: { file, line },
    nextStep: "Die Tabelle braucht die Spalten kuerzel und prompt und eine Zeile je Person.",
  });
}

/** The prompt as a template: text and question are added where it has no place for them. */
export function templateOf(prompt: string): string {
  const missing = ["question", "text"].filter(
    (name) => !new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, "u").test(prompt),
  );
  return [prompt, ...missing.map((name) => `{{${name}}}`)].join("\n\n");
}
