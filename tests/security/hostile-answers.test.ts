import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noteFigure } from "../../scripts/security/figures.ts";
import { forTerminal } from "../../scripts/print.ts";
import { writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { startStub } from "../models/stub-endpoint.ts";
import { calibrate, renderers } from "./hostile-answers.ts";

// Not imported: the bundler's reader of JSON refuses half a surrogate pair.
const strings = JSON.parse(
  readFileSync(join(import.meta.dirname, "hostile-strings.json"), "utf8"),
) as string[];

await calibrate();

describe.each(Object.entries(renderers))("%s", (name, render) => {
  test("keeps every hostile text a text", { timeout: 120_000 }, async () => {
    const flaws: string[] = [];
    for (const text of strings) {
      for (const flaw of await render(text)) flaws.push(`${JSON.stringify(text)}: ${flaw}`);
    }
    noteFigure(`${name}: ${strings.length} Texte, ${flaws.length} Mängel`);
    expect(flaws).toEqual([]);
  });
});

describe("the terminal", { timeout: 120_000 }, () => {
  const controls = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

  test("obeys nothing that a text brings along", () => {
    for (const text of strings) expect(forTerminal(text)).not.toMatch(controls);
    expect(forTerminal("Straße „37 €“\n\tمرحبا 👩‍💻")).toBe("Straße „37 €“\n\tمرحبا 👩‍💻");
  });

  test("is shown hostile messages and answers harmlessly, and so are file names", async () => {
    const folder = temporaryFolder();
    const suite = writeSuite(folder, strings.length);
    let call = 0;
    const stub = await startStub((response, request) => {
      const text = strings[call % strings.length] ?? "";
      if (request.method === "POST") call += 1;
      const isFault = call > strings.length;
      response.writeHead(isFault ? 400 : 200, { "content-type": "application/json" });
      const message = { role: "assistant", content: text };
      const answer = { choices: [{ index: 0, finish_reason: "stop", message }] };
      const body = { id: "c", object: "chat.completion", created: 1, model: "stub", ...answer };
      const list = { object: "list", data: [{ id: text }] };
      response.end(
        JSON.stringify(
          request.method === "GET" ? list : isFault ? { error: { message: text } } : body,
        ),
      );
    });
    const model = { id: "compatible:stub", baseURL: stub.baseURL, model: "stub" };
    const settings = { schemaVersion: 1, suites: [suite], models: [model] };
    const config = writeIn(folder, "amtsprobe.yaml", JSON.stringify(settings));
    const out = join(folder, "lauf");
    const said = [
      await runCommandLine("eval", ["--config", config, "--out", out]),
      await runCommandLine("models", ["--config", config, "--model", model.id, "--test"]),
      await runCommandLine("report", [out, "--format", "html,csv,markdown"]),
    ];
    await stub.close();
    for (const { stdout, stderr } of said) expect(`${stdout}${stderr}`).not.toMatch(controls);
    const names = readdirSync(out, { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => !/^[\w./-]+$/u.test(name))).toEqual([]);
    expect(readFileSync(join(out, "trials.jsonl"), "utf8")).toContain("alert(1)");
    noteFigure(`Terminal: ${call} Antworten und Meldungen, 0 Steuerzeichen`);
  });
});
