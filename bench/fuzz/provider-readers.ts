import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelConfigSchema } from "../../core/model.ts";
import { outcomeSchema } from "../../core/outcome.ts";
import { openModel } from "../../models/registry.ts";
import { compatible, protocols, type Protocol } from "../../tests/helpers/model-protocols.ts";
import { startStub } from "../../tests/models/stub-endpoint.ts";
import type { FuzzReader } from "./readers.ts";

/** Every way of reaching a model over the line, against a stub that answers with given bytes. */
export async function providerReaders(): Promise<{
  readonly readers: FuzzReader[];
  readonly close: () => Promise<void>;
}> {
  const opened = await Promise.all([...protocols, promptfoo].map(openWay));
  return {
    readers: opened.map(({ reader }) => reader),
    close: async () => void (await Promise.all(opened.map(async ({ close }) => close()))),
  };
}

/** A provider of promptfoo that speaks as our own `compatible:` does. */
const promptfoo: Protocol = {
  ...compatible,
  name: "promptfoo",
  config: (baseURL) => ({
    id: "promptfoo:openai:chat:modell",
    baseURL: `${baseURL}/v1`,
    apiKeyEnv: "HAUS_KEY",
  }),
};

/** What the stub says its answer is; most are taken for a good one. */
const statuses = [200, 200, 200, 400, 429, 503];

async function openWay(protocol: Protocol) {
  let body: Uint8Array = new Uint8Array();
  const stub = await startStub((response) => {
    const status = statuses[body.length % statuses.length] ?? 200;
    response.writeHead(status, { "content-type": protocol.contentType });
    response.end(body);
  });
  const model = await openModel(
    modelConfigSchema.parse(protocol.config(stub.baseURL.replace(/\/v1$/u, ""))),
    {
      environment: { [protocol.keyEnv]: "sk-fuzz-0123456789abcdef" },
      cacheFolder: join(tmpdir(), "amtsprobe-fuzz-cache"),
      deadlineMs: 5000,
    },
  );
  const reader: FuzzReader = {
    name: `provider-${protocol.name.replaceAll(/[^a-z]+/gu, "-")}`,
    seeds: seedsOf(protocol),
    read: async (bytes) => {
      body = bytes;
      const messages = [{ role: "user" as const, content: "Was kostet der Ausweis?" }];
      const asked = { messages, temperature: 0, seed: 7, maxTokens: protocol.maxTokens };
      const outcome = outcomeSchema.parse(await model.call(asked, new AbortController().signal));
      if (outcome.status === "failed" && outcome.message.trim() === "") throw new Error("no words");
    },
  };
  const close = async () => {
    await model.close();
    await stub.close();
  };
  return { reader, close };
}

function seedsOf(protocol: Protocol): Uint8Array[] {
  const answers = protocol.endings.map((ending) => protocol.answer({ ending }));
  const refusal = protocol.refusal({ message: "nicht möglich" });
  return [...answers, refusal, protocol.stream(["Der ", "Ausweis"]).join("")].map((text) =>
    Buffer.from(text),
  );
}
