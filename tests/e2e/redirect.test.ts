import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listenOnLoopback } from "../helpers/listen-on-loopback.ts";
import { writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

const target = "https://anmeldung.amt.example/v1/chat/completions";

/** A server that lists its models and leads every question elsewhere. */
async function startRedirectingServer() {
  const questions: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ object: "list", data: [{ id: "stub", object: "model" }] }));
      return;
    }
    questions.push(request.url ?? "");
    response.writeHead(307, { location: target }).end();
  });
  const port = await listenOnLoopback(server);
  return { baseURL: `http://127.0.0.1:${port}/v1`, questions };
}

test(
  "a redirect of the questions ends the model at once, with what to do",
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const { baseURL, questions } = await startRedirectingServer();
    const suite = writeSuite(folder, 12);
    const config = writeIn(
      folder,
      "amtsprobe.yaml",
      `suites: [${suite}]\nmodels: [{ id: compatible:stub, model: stub, baseURL: ${baseURL}, limits: { concurrency: 1 } }]\n`,
    );
    const words = ["--config", config, "--variant", "trained", "--out", join(folder, "lauf")];
    const { code, stdout, stderr } = await runCommandLine("eval", words);
    expect(code).toBe(3);
    expect(questions).toEqual(["/v1/chat/completions"]);
    const said = stdout + stderr;
    expect(said).toContain(`leitet um auf ${target} (Status 307); dorthin wird nichts geschickt.`);
    expect(said).toContain("als baseURL ein");
  },
);
