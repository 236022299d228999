import type { Outcome } from "../../core/outcome.ts";
import type { FromProcess, ToProcess } from "../../models/llama-process/messages.ts";

/*
 * A program in place of the one that runs llama.cpp. What it does with a question stands in the question:
 * `crash` ends it, `hang` is never answered and heeds nothing, `wait` ends with the interruption and names
 * it, `variables` tells those it was given, anything else comes back. A file `crash` ends it while loading.
 */

const standing = { evaluated: [{ input: 3, output: 4 }], peakMemoryBytes: 1234 };
const waiting = new Set<number>();

process.on("disconnect", () => process.exit(0));
process.on("message", (message) => receive(message as ToProcess));

function send(message: FromProcess): void {
  process.send?.(message);
}

function receive(message: ToProcess): void {
  const { id, task } = message;
  if (task === "facts") {
    send({ id, result: { cores: 2, instructions: "AVX2", library: `number ${process.pid}` } });
  } else if (task === "load") {
    if (message.order.file === "crash") process.exit(7);
    if (message.order.file === "unusable") send({ id, error: unusable });
    else send({ id, result: standing });
  } else if (task === "answer") {
    answer(id, message.order.question.messages[0]?.content ?? "");
  } else if (waiting.delete(id)) {
    const code = message.by === "signal" ? "aborted" : "timeout";
    finish(id, { status: "failed", code, message: "interrupted" });
  }
}

const unusable = {
  message: "Die Modelldatei lässt sich nicht laden.",
  user: { code: "weights-unusable", exitCode: 3, nextStep: "Prüfen Sie die Datei." },
} as const;

function answer(id: number, content: string): void {
  if (content === "crash") process.kill(process.pid, "SIGKILL");
  else if (content === "wait") waiting.add(id);
  else if (content === "variables") finish(id, said(JSON.stringify(process.env)));
  else if (content !== "hang") finish(id, said(content));
}

function said(text: string): Outcome {
  return { status: "completed", answer: text, finishReason: "stop" };
}

function finish(id: number, outcome: Outcome): void {
  send({ id, result: { outcome, ...standing } });
}
