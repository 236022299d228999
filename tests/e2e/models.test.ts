import { expect, onTestFinished, test } from "vitest";
import { startChatServer } from "../helpers/chat-server.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { reply, startStub } from "../models/stub-endpoint.ts";

interface Listing {
  readonly models: readonly {
    readonly id: string;
    readonly usable: boolean;
    readonly key: string;
    readonly price: string;
    readonly place: string;
    readonly obstacle?: string;
    readonly remarks: readonly string[];
  }[];
  readonly answers?: readonly {
    readonly id: string;
    readonly ok: boolean;
    readonly text: string;
  }[];
}

const secret = "geheim-4711-0815";

async function list(config: string, words: readonly string[] = []) {
  const folder = temporaryFolder();
  writeIn(folder, "amtsprobe.yaml", config);
  writeIn(folder, ".env", `HAUS_KEY=${secret}\n`);
  const environment = { INIT_CWD: folder, XDG_CONFIG_HOME: folder, OPENAI_API_KEY: "" };
  const result = await runCommandLine("models", ["--json", ...words], { environment });
  expect(result.stdout + result.stderr).not.toContain(secret);
  return { ...result, listing: JSON.parse(result.stdout) as Listing };
}

const entry = (baseURL: string, more = "") => `models:
  - id: compatible:haus
    baseURL: ${baseURL}
    model: stub
    apiKeyEnv: HAUS_KEY
${more}`;

test(
  "what is reachable, with place, price and key, and what is in the way",
  { timeout: 60_000 },
  async () => {
    const server = await startChatServer(() => "Die Meldebehörde ist dienstags geöffnet.");
    const price = "    price: { inputPerMillion: 0.15, outputPerMillion: 0.6, asOf: 2026-11-01 }\n";
    const missing =
      "  - id: compatible:weg\n    baseURL: http://127.0.0.1:9/v1\n    model: x\n    apiKeyEnv: NICHT_DA\n";
    const { listing, code } = await list(entry(server.baseURL, price + missing));
    expect(code).toBe(0);
    const byId = new Map(listing.models.map((model) => [model.id, model]));
    expect(byId.get("compatible:haus")).toMatchObject({
      usable: true,
      key: "gesetzt",
      place: "auf diesem Rechner",
      price: expect.stringContaining("0,15") as string,
    });
    expect(byId.get("compatible:weg")).toMatchObject({
      usable: false,
      key: "fehlt",
      obstacle: expect.stringContaining("NICHT_DA") as string,
    });
    expect(byId.get("llama:gemma3-270m")).toMatchObject({
      usable: true,
      remarks: ["wird beim ersten Lauf geholt (254 MB)"],
    });
    expect(byId.get("openai:…")).toMatchObject({ usable: false, key: "fehlt" });
    expect(byId.get("baseline:copy")).toMatchObject({ usable: true });
    expect(server.bodies).toEqual([]);
  },
);

test(
  "--test asks one question and shows answer, time and tokens",
  { timeout: 60_000 },
  async () => {
    const server = await startChatServer(() => "Dienstags von 8 bis 12 Uhr.");
    const { listing, code } = await list(entry(server.baseURL), [
      "--model",
      "compatible:haus",
      "--test",
    ]);
    expect(code).toBe(0);
    expect(listing.answers).toEqual([
      {
        id: "compatible:haus",
        ok: true,
        text: "Dienstags von 8 bis 12 Uhr.",
        totalMs: expect.any(Number) as number,
        inputTokens: 10,
        outputTokens: 5,
      },
    ]);
    expect(server.bodies).toHaveLength(1);
  },
);

test.each([["only blanks", () => "   ", "nur aus Leerraum"]])(
  "--test: a model that answers %s is told, with exit code 1",
  { timeout: 60_000 },
  async (_kind, answer, words) => {
    const server = await startChatServer(answer);
    const { listing, code } = await list(entry(server.baseURL), [
      "--model",
      "compatible:haus",
      "--test",
    ]);
    expect(code).toBe(1);
    expect(listing.answers?.[0]).toMatchObject({ ok: false });
    expect(listing.answers?.[0]?.text).toContain(words);
  },
);

test("--test: a web page instead of an interface is told", { timeout: 60_000 }, async () => {
  const headers = { "content-type": "text/html" };
  const stub = await startStub(reply({ headers, body: "<html>Willkommen</html>" }));
  onTestFinished(() => stub.close());
  const { listing, code } = await list(entry(stub.baseURL), [
    "--model",
    "compatible:haus",
    "--test",
  ]);
  expect(code).toBe(1);
  expect(listing.models[0]?.remarks.join()).toContain("nicht wie eine Schnittstelle");
  expect(listing.answers?.[0]?.text).toContain("Webseite");
});

test("--test: a named model that is not there is told, with exit code 1", async () => {
  const config = entry("http://127.0.0.1:9/v1");
  const { listing, code } = await list(config, ["--model", "ollama:weg", "--test"]);
  expect(code).toBe(1);
  expect(listing.models[0]).toMatchObject({ usable: false });
  expect(listing.answers?.[0]).toMatchObject({ id: "ollama:weg", ok: false });
}, 60_000);

test("help in German, and a wrong word is refused", { timeout: 60_000 }, async () => {
  const help = await runCommandLine("models", ["--help"]);
  expect(help).toMatchObject({ code: 0 });
  expect(help.stdout).toContain("npm run models");
  expect(await runCommandLine("models", ["--tset"])).toMatchObject({ code: 2, stdout: "" });
});

test("a name that nothing here can reach is a wrong word", { timeout: 60_000 }, async () => {
  const unknown = await runCommandLine("models", ["--model", "llama:smollm2-135"]);
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  expect(unknown.stderr).toContain("Meinten Sie „llama:smollm2-135m“?");
});
