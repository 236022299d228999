import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fetchFromHub } from "../../models/hub-file.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";
import { startStub, type Behaviour } from "./stub-endpoint.ts";

const bytes = "GGUF und so weiter";
const sha256 = createHash("sha256").update(bytes).digest("hex");

/** A hub as Hugging Face is: names hash, then leads to the file. */
function hubWith(tag: string): Behaviour {
  return (response, request) => {
    if (request.url?.startsWith("/cdn") === true) {
      response.end(bytes);
      return;
    }
    response.writeHead(302, { location: "/cdn/datei", "x-linked-etag": `"${tag}"` });
    response.end();
  };
}

async function contextAt(behave: Behaviour) {
  const stub = await startStub(behave);
  onTestFinished(() => stub.close());
  const reports: string[] = [];
  return {
    stub,
    reports,
    context: {
      environment: { HF_ENDPOINT: stub.baseURL.replace(/\/v1$/u, "") },
      cacheFolder: temporaryFolder(),
      report: (message: string) => reports.push(message),
    },
  };
}

test("a file is fetched once, its hash compared and reported", async () => {
  const { context, stub, reports } = await contextAt(hubWith(sha256));
  const file = await fetchFromHub("haus/modelle/klein.gguf", context);
  expect(readFileSync(file, "utf8")).toBe(bytes);
  expect(reports.at(-1)).toContain(sha256);
  expect(stub.received.map(({ path }) => path)).toEqual([
    "/haus/modelle/resolve/main/klein.gguf",
    "/cdn/datei",
  ]);
  expect(await fetchFromHub("haus/modelle/klein.gguf", context)).toBe(file);
  expect(stub.received).toHaveLength(2);
});

test("a hub that leads to another host is not followed, and the host is named", async () => {
  const other = await startStub((response) => response.end(bytes));
  onTestFinished(() => other.close());
  const elsewhere = `${other.baseURL}/datei`;
  const { context } = await contextAt((response) =>
    response.writeHead(302, { location: elsewhere }).end(),
  );
  const error = await userErrorOf(async () => fetchFromHub("haus/modelle/klein.gguf", context));
  expect(error).toMatchObject({ code: "hub-redirect", exitCode: 3 });
  expect(error.message).toContain(new URL(elsewhere).host);
  expect(other.received).toEqual([]);
});

test("a file with another hash is not kept", async () => {
  const { context } = await contextAt(hubWith("0".repeat(64)));
  const error = await userErrorOf(async () => fetchFromHub("haus/modelle/klein.gguf", context));
  expect(error).toMatchObject({ code: "weights-hash", exitCode: 3 });
  expect(readdirSync(join(context.cacheFolder, "models", "hf", "haus", "modelle"))).toEqual([]);
});

test.each<[string, Behaviour]>([
  ["nobody there", (response) => response.socket?.destroy()],
  ["a missing file", (response) => response.writeHead(404).end()],
  [
    "half a file",
    (response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("GGUF", () => response.socket?.destroy());
    },
  ],
  ["a circle", (response) => response.writeHead(302, { location: "/noch-einmal" }).end()],
])("%s: one sentence that says where to put the file", async (_kind, behave) => {
  const { context } = await contextAt(behave);
  const error = await userErrorOf(async () => fetchFromHub("haus/modelle/klein.gguf", context));
  expect(error).toMatchObject({ code: "hub-unreachable", exitCode: 3 });
  const target = join(context.cacheFolder, "models", "hf", "haus", "modelle", "klein.gguf");
  expect(error.nextStep).toContain(target);
  expect(existsSync(target)).toBe(false);
});

test.each(["klein.gguf", "haus/klein.gguf", "haus/modelle/../../x.gguf", "haus/modelle/x.bin"])(
  "%s is no name at the hub",
  async (name) => {
    const context = { environment: {}, cacheFolder: temporaryFolder() };
    const error = await userErrorOf(async () => fetchFromHub(name, context));
    expect(error).toMatchObject({ code: "hub-name", exitCode: 2 });
  },
);
