import { exitCodes, type ExitCode } from "../../core/user-error.ts";
import { wrongUse } from "../options.ts";
import { printLine } from "../print.ts";

const help = `npm run promptfoo -- export …   Suiten als Konfiguration für promptfoo
npm run promptfoo -- import …   eine Konfiguration von promptfoo als Suite
npm run promptfoo -- view …     einen Lauf im Betrachter von promptfoo
npm run promptfoo -- run …      promptfoo selbst, ohne dass etwas den Rechner
                                verlässt

Jeder Befehl hat eine eigene Hilfe: npm run promptfoo -- export --help
Mit --offline sind nur Verbindungen auf diesem Rechner möglich
(docs/datenschutz.md). Wer von promptfoo kommt, liest docs/promptfoo.md.`;

/** A part of `npm run promptfoo`; gets the words behind its name. */
interface Part {
  readonly main: (words: string[]) => Promise<ExitCode>;
}

/** Loaded when asked for: nothing of promptfoo is read for the help. */
const parts: ReadonlyMap<string, () => Promise<Part>> = new Map<string, () => Promise<Part>>([
  ["export", async () => import("./export.ts")],
  ["run", async () => import("./run.ts")],
  ["view", async () => import("./view.ts")],
  ["import", async () => import("./import.ts")],
]);

/** `npm run promptfoo`. */
export async function main(words: string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h") {
    printLine(help);
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  const load = parts.get(name);
  if (load === undefined) {
    throw wrongUse(
      `Mit „${name}“ ist hier nichts anzufangen; möglich sind ${[...parts.keys()].join(", ")}.`,
      "promptfoo",
    );
  }
  const part = await load();
  return part.main(rest);
}
