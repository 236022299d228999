import { describe, expect, test, vi } from "vitest";
import {
  answerAs,
  callAgainst,
  openAgainst,
  questionOf,
  refusals,
  secretKey,
  troubles,
} from "../helpers/model-conformance.ts";
import { protocols } from "../helpers/model-protocols.ts";
import { startStub, type Behaviour } from "./stub-endpoint.ts";

const byName = protocols.map((protocol) => [protocol.name, protocol] as const);

describe.each(byName)("%s: an answer", (_, protocol) => {
  test("comes with usage and duration, asked for with nothing but what is needed", async () => {
    const foreign = await startStub(() => {});
    const names = ["OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "OLLAMA_HOST"];
    for (const name of names) vi.stubEnv(name, foreign.baseURL);
    for (const name of [
      "OPENAI_ORG_ID",
      "OPENAI_PROJECT_ID",
      "OPENAI_API_KEY",
      "ANTHROPIC_API_KEY",
      "ANTHROPIC_AUTH_TOKEN",
      "OLLAMA_API_KEY",
    ]) {
      vi.stubEnv(name, "fremd-1");
    }
    for (const name of ["OPENAI_CUSTOM_HEADERS", "ANTHROPIC_CUSTOM_HEADERS"]) {
      vi.stubEnv(name, "x-fremd: fremd-2");
    }
    const { outcome, stub } = await callAgainst(
      protocol,
      answerAs(protocol, { body: protocol.answer() }),
    );
    vi.unstubAllEnvs();
    expect(foreign.received).toEqual([]);
    await foreign.close();

    expect(outcome).toMatchObject({
      status: "completed",
      answer: "Der Ausweis kostet 37 Euro.",
      finishReason: "stop",
      usage: { inputTokens: 12, outputTokens: 7, cachedTokens: 4 },
      timing: { totalMs: expect.any(Number) as number },
    });
    expect(stub.received).toHaveLength(1);
    const [sent] = stub.received;
    expect(sent).toMatchObject({ method: "POST", path: protocol.path, body: protocol.sent });
    for (const name of protocol.unsent) expect(sent?.body).not.toHaveProperty(name);
    const [keyName, keyValue] = protocol.keyHeader(secretKey);
    expect(sent?.headers).toMatchObject({ [keyName]: keyValue, "user-agent": "amtsprobe" });
    expect(JSON.stringify(sent?.headers)).not.toContain("fremd");
    const headers = Object.keys(sent?.headers ?? {});
    const odd = headers.filter((name) => /^(?:x-(?!api-key)|openai-|trace|baggage)/u.test(name));
    expect(odd).toEqual([]);
  });

  test.each(protocol.endings)("keeps the way of ending: %s", async (ending) => {
    const body = protocol.answer({ text: "Das geht nicht.", ending });
    const { outcome } = await callAgainst(protocol, answerAs(protocol, { body }));
    expect(outcome).toMatchObject({
      status: "completed",
      finishReason: ending,
      answer: "Das geht nicht.",
    });
  });

  test.each([
    ["umlauts, signs and other scripts", "Grüße – „ß“ € 🏛️ Привет 你好\u2028Ende"],
    ["nothing", ""],
    ["a megabyte", "Antrag auf Wohngeld. 0123456789".repeat(33_000)],
  ])("may consist of %s", async (_kind, text) => {
    const { outcome } = await callAgainst(
      protocol,
      answerAs(protocol, { body: protocol.answer({ text }) }),
    );
    expect(outcome).toMatchObject({ status: "completed", answer: text });
  });

  test("never brings the key back", async () => {
    const body = protocol.answer({ text: `Er ist ${secretKey}.` });
    const { outcome } = await callAgainst(protocol, answerAs(protocol, { body }));
    expect(outcome).toMatchObject({ answer: "Er ist •••." });
  });

  test("belongs to its own question when several are under way", async () => {
    const { model, stub } = await openAgainst(protocol, (response) => {
      const asked = JSON.stringify(stub.received.at(-1)?.body);
      const text = /Frage \d+/u.exec(asked)?.[0] ?? "";
      response.writeHead(200, { "content-type": protocol.contentType });
      setImmediate(() => response.end(protocol.answer({ text })));
    });
    const questions = Array.from({ length: 12 }, (__, at) => `Frage ${at}`);
    const { signal } = new AbortController();
    const outcomes = await Promise.all(
      questions.map((question) => model.call(questionOf(protocol, question), signal)),
    );
    expect(outcomes.map((outcome) => outcome.status === "completed" && outcome.answer)).toEqual(
      questions,
    );
  });
});

describe.each(byName)("%s: a refusal", (_, protocol) => {
  test.each(refusals)("%d %o %s is %s", async (status, headers, message, code, pause) => {
    const body = protocol.refusal({ message });
    const behave = answerAs(protocol, { status, headers, body });
    const { outcome, stub } = await callAgainst(protocol, behave);
    expect(outcome).toMatchObject({ status: "failed", code });
    expect(outcome.status === "failed" && outcome.retryAfterMs).toBe(pause);
    expect(stub.received).toHaveLength(1);
  });

  test("used-up credit is no limit that passes", async () => {
    const { status, code } = protocol.quota;
    const body = protocol.refusal({ message: "no credit", code });
    const { outcome } = await callAgainst(protocol, answerAs(protocol, { status, body }));
    expect(outcome).toMatchObject({ status: "failed", code: "authentication" });
  });

  test("a refusal that is a web page is read as one", async () => {
    const body = "<html><body>502 Bad Gateway</body></html>";
    const headers = { "content-type": "text/html" };
    const { outcome } = await callAgainst(
      protocol,
      answerAs(protocol, { status: 502, headers, body }),
    );
    expect(outcome).toMatchObject({ status: "failed", code: "overload" });
  });

  test.each([301, 302, 307, 308])("a redirect (%d) carries the prompt nowhere", async (status) => {
    const other = await startStub(answerAs(protocol, { body: protocol.answer() }));
    const location = `${other.baseURL}/anderswo`;
    const { outcome } = await callAgainst(
      protocol,
      answerAs(protocol, { status, headers: { location }, body: "" }),
    );
    await other.close();
    expect(outcome).toMatchObject({ status: "failed", code: "model-not-found" });
    expect(outcome).toHaveProperty("message", expect.stringContaining(location));
    expect(other.received).toEqual([]);
  });
});

describe.each(byName)("%s: trouble", (_, protocol) => {
  test.each(Object.entries(troubles))("%s", async (_name, { behave, codes, deadlineMs }) => {
    const setting = deadlineMs === undefined ? {} : { deadlineMs };
    const { outcome, stub } = await callAgainst(protocol, behave(protocol), setting);
    expect(outcome.status).toBe("failed");
    expect(codes).toContain(outcome.status === "failed" && outcome.code);
    expect(stub.received).toHaveLength(1);
  });

  test("nobody there is a network failure", async () => {
    const { model, stub } = await openAgainst(protocol, () => {});
    await stub.close();
    const outcome = await model.call(questionOf(protocol), new AbortController().signal);
    expect(outcome).toMatchObject({ status: "failed", code: "network" });
  });

  const slowBody: Behaviour = (response) => {
    response.writeHead(200, { "content-type": protocol.contentType });
    response.write(protocol.answer().slice(0, 40));
  };
  test.each<[string, Behaviour]>([
    ["before the headers", () => {}],
    ["in the body", slowBody],
  ])("the run's abort ends a call %s", async (_when, behave) => {
    const controller = new AbortController();
    const behaveAndAbort: Behaviour = (response, incoming) => {
      behave(response, incoming);
      setImmediate(() => controller.abort());
    };
    const { signal } = controller;
    const { outcome } = await callAgainst(protocol, behaveAndAbort, { signal });
    expect(outcome).toMatchObject({ status: "failed", code: "aborted" });
  });

  test("a call that was aborted before it began reaches nobody", async () => {
    const behave = answerAs(protocol, { body: protocol.answer() });
    const { outcome, stub } = await callAgainst(protocol, behave, { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ status: "failed", code: "aborted" });
    expect(stub.received).toEqual([]);
  });
});
