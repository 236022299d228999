import { z } from "zod";
import { anthropicUsageSchema, messageForm, type AnthropicMessage } from "./anthropic-message.ts";
import { readBody, type BodyReading } from "./reply-body.ts";

const blockIndex = z.int().min(0);
const eventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("message_start"), message: messageForm.schema }),
  z.object({
    type: z.literal("content_block_start"),
    index: blockIndex,
    content_block: z.object({ type: z.string(), text: z.string().optional() }),
  }),
  z.object({
    type: z.literal("content_block_delta"),
    index: blockIndex,
    delta: z.object({ type: z.string(), text: z.string().optional() }),
  }),
  z.object({ type: z.literal("content_block_stop"), index: blockIndex }),
  z.object({
    type: z.literal("message_delta"),
    delta: z.object({
      stop_reason: z.string().nullish(),
      stop_details: z.object({ explanation: z.string().nullish() }).nullish().catch(undefined),
    }),
    usage: anthropicUsageSchema.optional().catch(undefined),
  }),
  z.object({ type: z.literal("message_stop") }),
  z.object({ type: z.literal("ping") }),
]);
const eventForm = { schema: eventSchema, form: "eines Ereignisses im Strom" };
type StreamEvent = z.infer<typeof eventSchema>;

/** What is known of a message while its events are read. */
interface Progress {
  readonly message: AnthropicMessage;
  readonly isBlockOpen: boolean;
  readonly isDone: boolean;
  /** Pieces of text of the open block, in order. */
  readonly pieces: readonly string[];
}

/**
 * Puts a streamed message together, by the order that the protocol prescribes. A stream that ends
 * without its end marker, starts something twice or carries its text twice is malformed: half an
 * answer or a doubled one must not count as the model's. Source: Anthropic's documentation of
 * streaming and `MessageStreamEvent` of its SDK.
 */
export async function readMessageStream(body: string): Promise<BodyReading<AnthropicMessage>> {
  const { Stream } = await import("@anthropic-ai/sdk/core/streaming");
  let progress: Progress | undefined;
  for await (const { data } of Stream.rawEvents(new Response(body))) {
    if (data === "") continue;
    const reading = readBody(data, eventForm);
    if (reading.kind !== "answer") return reading;
    if (reading.data.type === "ping") continue;
    const next = advance(progress, reading.data);
    if (next === undefined)
      return malformed("ist beschädigt: Teile kommen doppelt oder in falscher Reihenfolge");
    progress = next;
  }
  if (progress?.isDone !== true) return malformed("bricht vor ihrem Ende ab");
  return { kind: "answer", data: progress.message };
}

function malformed(problem: string): BodyReading<never> {
  return { kind: "malformed", message: `Die gestreamte Antwort ${problem}. ${help}` };
}

const help =
  "Bleibt das, fragen Sie, was zwischen hier und dem Endpunkt steht (Proxy), oder senken Sie maxTokens auf höchstens 4096: Dann wird nicht gestreamt.";

/** The progress after one more event; absent when that event has no place here. */
function advance(progress: Progress | undefined, event: StreamEvent): Progress | undefined {
  if (event.type === "message_start") {
    if (progress !== undefined) return undefined;
    return { message: event.message, isBlockOpen: false, isDone: false, pieces: [] };
  }
  if (progress === undefined || progress.isDone) return undefined;
  if (event.type === "content_block_delta") return extendBlock(progress, event);
  if (event.type === "content_block_stop") return closeBlock(progress, event.index);
  if (progress.isBlockOpen) return undefined;
  const { message } = progress;
  if (event.type === "message_delta") {
    return {
      ...progress,
      message: { ...message, ...event.delta, usage: usageAfter(message, event) },
    };
  }
  if (event.type === "message_stop") return { ...progress, isDone: true };
  if (event.type !== "content_block_start" || event.index !== message.content.length) {
    return undefined;
  }
  const content = [...message.content, event.content_block];
  return { ...progress, message: { ...message, content }, isBlockOpen: true, pieces: [] };
}

type Delta = Extract<StreamEvent, { type: "content_block_delta" }>;

function extendBlock(progress: Progress, { index, delta }: Delta): Progress | undefined {
  if (!isOpen(progress, index)) return undefined;
  const piece = delta.type === "text_delta" ? delta.text : "";
  if (piece === undefined) return undefined;
  return piece === "" ? progress : { ...progress, pieces: [...progress.pieces, piece] };
}

function closeBlock(progress: Progress, index: number): Progress | undefined {
  const { message, pieces } = progress;
  const block = message.content[index];
  if (block === undefined || !isOpen(progress, index) || isDoubled(pieces)) return undefined;
  const text = (block.text ?? "") + pieces.join("");
  const content = [...message.content.slice(0, -1), { ...block, text }];
  return { ...progress, message: { ...message, content }, isBlockOpen: false, pieces: [] };
}

function isOpen({ isBlockOpen, message }: Progress, index: number): boolean {
  return isBlockOpen && index === message.content.length - 1;
}

/** Letters of a piece that no model says twice in a row by cutting its text just so. */
const longPiece = 20;

/**
 * Whether a line that repeats itself has doubled the text: each piece twice, all pieces twice over,
 * or a long piece twice in a row. The protocol numbers blocks, not pieces.
 */
function isDoubled(pieces: readonly string[]): boolean {
  const half = pieces.length / 2;
  const isEven = pieces.length > 0 && Number.isInteger(half);
  return (
    (isEven && pieces.every((piece, at) => piece === pieces[at % 2 === 0 ? at + 1 : at - 1])) ||
    (isEven && pieces.slice(0, half).every((piece, at) => piece === pieces[at + half])) ||
    pieces.some((piece, at) => piece.length >= longPiece && piece === pieces[at + 1])
  );
}

/** Counts are cumulative; the last event knows the output, the first one the input. */
function usageAfter(
  { usage }: AnthropicMessage,
  event: Extract<StreamEvent, { type: "message_delta" }>,
): AnthropicMessage["usage"] {
  const told = Object.entries(event.usage ?? {}).filter(([, count]) => count !== undefined);
  return { ...usage, ...Object.fromEntries(told) };
}
