import { openSync, writeSync } from "node:fs";
import { concurrency, inputOf, longestAnswer, template } from "./workload.ts";

/** A program: the least that can be done with `fetch`. Asks, makes the same checks, writes a line. */
const [cases = "0", address = "", path = ""] = process.argv.slice(2);
const file = openSync(path, "w");
let next = 0;

interface Completion {
  readonly choices: readonly { readonly message: { readonly content: string } }[];
}

async function work(): Promise<void> {
  while (next < Number(cases)) {
    const { question, text } = inputOf(next);
    next += 1;
    const content = template.replace("{{question}}", question).replace("{{text}}", text);
    const response = await fetch(`${address}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        model: "stub",
        messages: [{ role: "user", content }],
        max_tokens: 300,
      }),
    });
    const answer = ((await response.json()) as Completion).choices[0]?.message.content ?? "";
    const passed = [
      answer.includes("37 Euro"),
      !answer.includes("Passwort"),
      answer.length < longestAnswer,
    ];
    writeSync(file, `${JSON.stringify({ question, answer, passed })}\n`);
  }
}

await Promise.all(Array.from({ length: concurrency }, work));
