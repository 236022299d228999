import { Writable } from "node:stream";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { maskStream } from "../../../models/egress/mask-stream.ts";
import { noteSecret } from "../../../models/egress/secrets.ts";
import { formsOf } from "../../../scripts/security/keys/planted.ts";

const secret = "sk-proj-Geheim4711Probe0815Ende";
noteSecret(secret);
noteSecret("Kenn-wört-fürs-Tor-1");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A masked stream that keeps what comes out of it; `close` is what the end of the process does. */
function openStream({ isTTY = false } = {}) {
  const out: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      out.push(Buffer.from(chunk));
      done();
    },
  });
  Object.assign(stream, { isTTY });
  const before = process.listeners("exit");
  maskStream(stream as unknown as NodeJS.WriteStream);
  const close = process.listeners("exit").find((one) => !before.includes(one));
  if (close !== undefined) process.removeListener("exit", close);
  return {
    stream,
    said: () => Buffer.concat(out).toString(),
    close: () => close?.(0),
  };
}

test.each([
  ["text", (text: string) => text],
  ["bytes", (text: string) => Buffer.from(text)],
  ["a plain array of bytes", (text: string) => new Uint8Array(Buffer.from(text))],
])("%s is masked", (_, as) => {
  const { stream, said } = openStream();
  stream.write(as(`Schlüssel ${secret}, Kenn-wört-fürs-Tor-1.\n`));
  expect(said()).toBe("Schlüssel •••, •••.\n");
});

test("so is text in another encoding, what waits together and what comes with the end", () => {
  const { stream, said } = openStream();
  stream.write(Buffer.from(secret).toString("hex"), "hex");
  stream.cork();
  stream.write(secret.slice(0, 9));
  stream.write(secret.slice(9));
  stream.uncork();
  stream.end(`${secret}\n`);
  expect(said()).toBe("•••••••••\n");
});

test("no form of a secret comes out, wherever it is cut into pieces", () => {
  // A form inside Base64 is a part of what is said: the whole stands in what is said.
  const inside = ["a:", "ab:"].map((text) => Buffer.from(`${text}${secret}!`).toString("base64"));
  const alone = Object.entries(formsOf(secret)).filter(
    ([name]) => !name.startsWith("Base64, nach"),
  );
  const forms = fc.constantFrom(...alone.map(([, form]) => form), ...inside);
  const around = fc.string({ unit: "grapheme", maxLength: 8 });
  fc.assert(
    fc.property(around, forms, around, fc.array(fc.nat(120), { maxLength: 12 }), (...words) => {
      const [before, form, after, cuts] = words;
      const whole = Buffer.from(`${before} ${form} ${after}`);
      const places = [0, ...cuts.map((at) => Math.min(at, whole.length)), whole.length];
      const ordered = places.toSorted((a, b) => a - b);
      const { stream, said, close } = openStream();
      ordered.slice(1).forEach((to, index) => stream.write(whole.subarray(ordered[index], to)));
      close();
      expect(said()).toContain("•••");
      expect(said()).not.toContain(form);
      expect(said()).not.toContain(form.slice(0, Math.ceil(form.length / 2)));
    }),
    { seed: 12, numRuns: 2000 },
  );
});

test("what holds no secret comes out as it is, bytes that are no text too", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }), (pieces) => {
      const { stream, said, close } = openStream();
      for (const piece of pieces) stream.write(piece);
      close();
      expect(said()).toBe(Buffer.concat(pieces).toString());
    }),
    { seed: 12 },
  );
});

test("on a screen an end waits a moment, elsewhere until more comes", () => {
  const [screen, file] = [openStream({ isTTY: true }), openStream()];
  for (const { stream } of [screen, file]) stream.write("Weiter? s");
  expect([screen.said(), file.said()]).toEqual(["Weiter? ", "Weiter? "]);
  vi.advanceTimersByTime(100);
  expect([screen.said(), file.said()]).toEqual(["Weiter? s", "Weiter? "]);
  file.close();
  expect(file.said()).toBe("Weiter? s");
});
