import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Model, ModelDescription, ModelRequest } from "../core/model.ts";
import type { Outcome } from "../core/outcome.ts";
import type { ModelOrder } from "./model-context.ts";
import type { ManualEntry } from "./manual-entry.ts";
import { readManualFolder, writeManualFolder } from "./manual-folder.ts";

/** What a person writes when the chat window gave no answer at all. */
const emptyMark = "[leer]";

/**
 * The way `manual`: a person copies prompts into a chat window that has no API and pastes the answers
 * back. `manual:DIR` writes every open question to `DIR/fragen.html` and `DIR/fragen.csv` when the run
 * ends, and reads the filled page or table when the run is taken up again; until then the questions
 * are `unanswered`. `[leer]` stands for an empty answer. Throws a `UserError` for a table that cannot
 * be read (`manual-file`).
 */
export async function openManual(order: ModelOrder): Promise<Model> {
  const { context, name } = order;
  const folder = resolve(context.startFolder ?? ".", name);
  const open = new Map<string, ManualEntry>();
  let known: ReadonlyMap<string, ManualEntry> | undefined;
  return {
    description: describe(order),
    concurrency: 1,
    prepare: async (report) => {
      known = await readManualFolder(folder);
      const answered = [...known.values()].filter(({ answer }) => answer !== "").length;
      report(`${folder}: ${answered} Antworten gelesen`);
    },
    call: async (request, signal) => {
      if (signal.aborted) return aborted;
      known ??= await readManualFolder(folder);
      const id = questionId(request);
      const answer = known.get(id)?.answer ?? "";
      if (answer !== "") return completed(answer);
      open.set(id, { id, prompt: promptOf(request), answer: "" });
      return missing(folder);
    },
    close: async () => {
      if (open.size === 0) return;
      await writeManualFolder(folder, { open: [...open.values()], known: known ?? new Map() });
      open.clear();
    },
  };
}

function describe({ config, name }: ModelOrder): ModelDescription {
  return {
    id: config.id,
    kind: "model",
    way: "manual",
    wayVersion: "1",
    endpoint: "embedded",
    name: config.model ?? name,
    place: "im Chatfenster, in das eine Person die Fragen kopiert (Ort unbekannt)",
    details: { temperature: "nicht einstellbar", seed: "nicht einstellbar" },
    reads: [],
    parameters: config.parameters,
    ...(config.price !== undefined && { price: config.price }),
    limits: config.limits,
    ...(config.dataClasses !== undefined && { dataClasses: config.dataClasses }),
  };
}

const aborted: Outcome = {
  status: "failed",
  code: "aborted",
  message: "Der Aufruf wurde abgebrochen.",
};

function completed(answer: string): Outcome {
  return {
    status: "completed",
    answer: answer.trim() === emptyMark ? "" : answer.trim(),
    finishReason: "unknown",
  };
}

/** The same words for every question, so that the run can count them. */
function missing(folder: string): Outcome {
  const message =
    `Es fehlt noch die Antwort aus dem Chatfenster. Füllen Sie ${folder}/fragen.html (oder fragen.csv) ` +
    "aus, speichern Sie die Datei in diesem Ordner, und setzen Sie den Lauf mit --resume fort.";
  return { status: "failed", code: "unanswered", message };
}

function promptOf({ messages }: ModelRequest): string {
  return messages.map(({ content }) => content.trim()).join("\n\n");
}

/** Names a question by its text; another attempt has another seed, and so another name. */
function questionId(request: ModelRequest): string {
  const text = JSON.stringify([promptOf(request), request.seed]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
