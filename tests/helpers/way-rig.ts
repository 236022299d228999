import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelConfigSchema, type Model, type ModelRequest } from "../../core/model.ts";
import { openModel } from "../../models/registry.ts";
import { reply, startStub, type Behaviour } from "../models/stub-endpoint.ts";
import { answerAs, secretKey } from "./model-conformance.ts";
import { compatible, protocols, type Protocol, type Said } from "./model-protocols.ts";

/** What the other side does in one conformance check. */
export type Scenario =
  | { readonly kind: "answer"; readonly said: Said }
  /** Answers each question with the number that stands in it. */
  | { readonly kind: "echo" }
  | { readonly kind: "status"; readonly status: number; readonly message: string }
  | { readonly kind: "reset" }
  | { readonly kind: "silence" }
  | { readonly kind: "page" }
  | { readonly kind: "nothing" };

/** A model set up against a scenario. */
export interface Rigged {
  readonly model: Model;
  readonly question: (content: string) => ModelRequest;
  readonly close: () => Promise<void>;
}

/** One way of reaching a model, with what stands in for its other side. */
export interface WayRig {
  /** As it stands in the table. */
  readonly title: string;
  /** Endings that the way can tell. */
  readonly endings: readonly NonNullable<Said["ending"]>[];
  /** Whether the way counts tokens. */
  readonly counts: boolean;
  /** Sets a scenario up; a German reason where the way has no such thing. */
  readonly set: (scenario: Scenario, deadlineMs: number) => Promise<Rigged | string>;
}

const titles: Readonly<Record<string, string>> = {
  compatible: "`compatible:`",
  openai: "`openai:` (Responses)",
  "openai with api: chat": "`openai:` (Chat)",
  anthropic: "`anthropic:`",
  "anthropic, streamed": "`anthropic:` (Strom)",
  ollama: "`ollama:`",
};

/** Every way that talks over the line, against a stub that speaks its protocol. */
export const endpointRigs: readonly WayRig[] = [
  ...protocols.map((protocol) => ({
    title: titles[protocol.name] ?? protocol.name,
    endings: protocol.endings,
    counts: true,
    set: async (scenario: Scenario, deadlineMs: number) =>
      setAt(protocol, { scenario, deadlineMs }),
  })),
  {
    title: "`promptfoo:`",
    endings: ["stop", "length", "refusal", "content-filter", "unknown"],
    counts: true,
    set: async (scenario, deadlineMs) =>
      setAt({ ...compatible, config: promptfooConfig }, { scenario, deadlineMs }),
  },
];

const promptfooConfig: Protocol["config"] = (baseURL) => ({
  id: "promptfoo:openai:chat:gpt-4.1",
  baseURL: `${baseURL}/v1`,
  apiKeyEnv: "HAUS_KEY",
});

/** promptfoo makes a folder of its own in it. */
const cacheFolder = join(tmpdir(), "amtsprobe-promptfoo");

interface Setting {
  readonly scenario: Scenario;
  readonly deadlineMs: number;
}

async function setAt(
  protocol: Protocol,
  { scenario, deadlineMs }: Setting,
): Promise<Rigged | string> {
  if (scenario.kind === "nothing") return "fragt immer";
  const received = { last: "" };
  const stub = await startStub((response, request) => {
    received.last = JSON.stringify(stub.received.at(-1)?.body);
    behaviourOf(protocol, scenario, received.last)(response, request);
  });
  const model = await openModel(
    modelConfigSchema.parse(protocol.config(stub.baseURL.replace(/\/v1$/u, ""))),
    { environment: { [protocol.keyEnv]: secretKey }, cacheFolder, deadlineMs },
  );
  return {
    model,
    question: (content) => ({
      messages: [{ role: "user", content }],
      temperature: 0,
      seed: 7,
      maxTokens: protocol.maxTokens,
    }),
    close: async () => {
      await model.close();
      await stub.close();
    },
  };
}

function behaviourOf(protocol: Protocol, scenario: Scenario, asked: string): Behaviour {
  switch (scenario.kind) {
    case "answer":
      return answerAs(protocol, { body: protocol.answer(scenario.said) });
    case "echo": {
      const text = /Frage \d+/u.exec(asked)?.[0] ?? "";
      return answerAs(protocol, { body: protocol.answer({ text }) });
    }
    case "status": {
      const { status, message } = scenario;
      return answerAs(protocol, { status, body: protocol.refusal({ message }) });
    }
    case "reset":
      return (response) => response.socket?.resetAndDestroy();
    case "page":
      return reply({ headers: { "content-type": "text/html" }, body: "<html>Anmeldung</html>" });
    case "silence":
    case "nothing":
      return () => {};
    default:
      return scenario satisfies never;
  }
}
