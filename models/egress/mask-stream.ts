import { brokenOff, secretForms } from "../mask-secret.ts";
import { knownSecrets, knowsSecrets } from "./secrets.ts";

type Write = (
  chunk: Uint8Array | string,
  encoding: BufferEncoding,
  done: (error?: Error | null) => void,
) => void;

/** How long the end of a piece waits on a screen for what may belong to it, in ms. */
const patience = 100;

/**
 * From now on a stream shows no secret, whether it is written as text or as bytes, at once or in
 * pieces: an end that may be the beginning of a secret waits for the next piece. On a screen it waits
 * a tenth of a second, so that whoever types sees each sign.
 */
export function maskStream(stream: NodeJS.WriteStream): void {
  const write = Reflect.get(stream, "_write") as Write;
  let held = "";
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    const rest = Buffer.from(maskBytes(held), "latin1");
    held = "";
    if (rest.length > 0) Reflect.apply(write, stream, [rest, "buffer", () => {}]);
  };
  const masked: Write = (chunk, encoding, done) => {
    clearTimeout(timer);
    if (held === "" && !knowsSecrets()) {
      Reflect.apply(write, stream, [chunk, encoding, done]);
      return;
    }
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk);
    const text = held + bytes.toString("latin1");
    const end = safeEnd(text);
    held = text.slice(end);
    Reflect.apply(write, stream, [
      Buffer.from(maskBytes(text.slice(0, end)), "latin1"),
      "buffer",
      done,
    ]);
    if (held !== "" && stream.isTTY) timer = setTimeout(flush, patience).unref();
  };
  // Pieces that wait together are written one by one.
  Object.assign(stream, { _write: masked, _writev: null });
  process.once("exit", flush);
}

/** A secret as it stands among bytes, each of which is one sign. */
interface Shape {
  readonly forms: readonly string[];
  readonly whole: RegExp;
  readonly any: RegExp;
}

const shapes = new Map<string, Shape>();

function shapeOf(secret: string): Shape {
  const known = shapes.get(secret);
  if (known !== undefined) return known;
  const forms = secretForms(secret).map(asBytes);
  const whole = forms.map((form) => RegExp.escape(form));
  const shape = {
    forms,
    whole: new RegExp(whole.join("|"), "gu"),
    any: new RegExp([...whole, ...brokenOff(asBytes(secret))].join("|"), "gu"),
  };
  shapes.set(secret, shape);
  return shape;
}

function maskBytes(text: string): string {
  let masked = text;
  for (const secret of knownSecrets()) masked = masked.replace(shapeOf(secret).any, asBytes("•••"));
  return masked;
}

/** Where the end begins that may go on to be a secret; the length of the text where none does. */
function safeEnd(text: string): number {
  let end = text.length;
  for (const secret of knownSecrets()) {
    const { forms, whole } = shapeOf(secret);
    if (!forms.some((form) => form.includes(text.at(-1) ?? ""))) continue;
    const spans = [...text.matchAll(whole)].map(({ 0: { length }, index }) => [
      index,
      index + length,
    ]);
    for (const form of forms) end = Math.min(end, beginningAt(text, form, spans));
  }
  return end;
}

/** Where the longest end of the text begins that is a beginning of the form, and no part of a whole one. */
function beginningAt(text: string, form: string, spans: readonly number[][]): number {
  const longest = Math.min(form.length - 1, text.length);
  for (let at = text.length - longest; at < text.length; at += 1) {
    const isInside = spans.some(([from = 0, to = 0]) => from < at && at < to);
    if (!isInside && form.startsWith(text.slice(at))) return at;
  }
  return text.length;
}

function asBytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}
