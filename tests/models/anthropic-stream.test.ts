import { describe, expect, test } from "vitest";
import { readMessageStream } from "../../models/anthropic-stream.ts";
import { anthropic, anthropicStream } from "../helpers/model-protocols.ts";

const pieces = ["Der Ausweis ", "kostet ", "37 Euro."];
const events = anthropic.stream(pieces);

async function textOf(body: string): Promise<string | undefined> {
  const reading = await readMessageStream(body);
  return reading.kind === "answer"
    ? reading.data.content.map(({ text }) => text ?? "").join("")
    : undefined;
}

test("a whole stream is one message with the counts of its first and last part", async () => {
  const reading = await readMessageStream(events.join(""));
  expect(reading).toMatchObject({
    kind: "answer",
    data: {
      content: [{ type: "text", text: "Der Ausweis kostet 37 Euro." }],
      stop_reason: "end_turn",
      usage: { input_tokens: 8, output_tokens: 7, cache_read_input_tokens: 4 },
    },
  });
});

test("a stream cut at any place is no answer", async () => {
  const whole = events.join("").trimEnd();
  for (let length = 0; length < whole.length; length += 1) {
    expect(await textOf(whole.slice(0, length)), `${length} characters`).toBeUndefined();
  }
});

describe("a stream is no answer when", () => {
  test.each(events.map((event, at) => [event.split("\n")[0] ?? "", at] as const))(
    "it lacks %s (%d)",
    async (name, at) => {
      const rest = events.filter((_, other) => other !== at).join("");
      const isHarmless = name.includes("ping") || name.includes("_delta");
      if (!isHarmless) expect(await textOf(rest)).toBeUndefined();
    },
  );

  test.each([
    ["each piece comes twice", pieces.flatMap((piece) => [piece, piece])],
    ["all pieces come twice over", [...pieces, ...pieces]],
    [
      "a long piece comes twice",
      ["Der Ausweis kostet 37 Euro. ", "Der Ausweis kostet 37 Euro. ", "Ja."],
    ],
  ])("%s", async (_, doubled) => {
    expect(await textOf(anthropic.stream(doubled).join(""))).toBeUndefined();
  });

  test("an error comes in between, which is told by its own name", async () => {
    const error = { type: "error", error: { type: "overloaded_error", message: "Overloaded" } };
    const body = [...events.slice(0, 4), `event: error\ndata: ${JSON.stringify(error)}\n\n`].join(
      "",
    );
    expect(await readMessageStream(body)).toMatchObject({ kind: "error", status: 529 });
  });
});

test("short words that repeat are the model's own", async () => {
  const own = ["sehr ", "sehr ", "gut"];
  expect(await textOf(anthropic.stream(own).join(""))).toBe("sehr sehr gut");
});

test("lines may end with CRLF", async () => {
  const body = anthropicStream.answer().replaceAll("\n", "\r\n");
  expect(await textOf(body)).toBe("Der Ausweis kostet 37 Euro.");
});
