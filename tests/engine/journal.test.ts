import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formatLine, parseLine } from "../../engine/journal-line.ts";
import { openJournals } from "../../engine/journal.ts";
import { mendJournal } from "../../engine/mend-journal.ts";
import { readJournal, readSoundJournal } from "../../engine/read-journal.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const seed = { seed: 20261123 };
const record = z.object({ id: z.number(), text: z.string() });

describe("journal line", () => {
  test("ends with the CRC-32 of the line without it", () => {
    // CRC-32 of {"id":1,"text":"ä"} by Python's zlib.crc32 over its UTF-8 bytes.
    expect(formatLine({ id: 1, text: "ä" })).toBe('{"id":1,"text":"ä","checksum":"0049842b"}\n');
  });

  test("reads back what it wrote, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const parsed = parseLine(formatLine({ text }).trimEnd());
        expect(parsed).toMatchObject({ value: { text } });
      }),
      seed,
    );
  });

  test("takes a line without checksum as it is", () => {
    expect(parseLine('{"id":1}')).toEqual({ value: { id: 1 } });
  });

  test("finds every flipped bit and every cut", () => {
    const line = formatLine({ id: 7, text: "Der Bescheid ist bestandskräftig." }).trimEnd();
    const bytes = Buffer.from(line);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
        const text = flipped.toString("utf8");
        const parsed = parseLine(text);
        // A flip in the field's own name leaves a sound record without checksum.
        const isUnmarked = !text.includes('"checksum":"');
        expect(parsed === "damaged" || isUnmarked).toBe(true);
      }),
      { ...seed, numRuns: 1000 },
    );
    for (let length = 1; length < line.length; length += 1) {
      expect(parseLine(line.slice(0, length))).toBe("damaged");
    }
  });
});

describe("openJournals", () => {
  test("appends to what is there", async () => {
    const path = join(temporaryFolder(), "j.jsonl");
    for (const id of [1, 2]) {
      const journals = openJournals({ j: path });
      journals.append("j", [{ id, text: "x" }]);
      await journals.close();
    }
    expect(await readSoundJournal(path, record)).toEqual([
      { id: 1, text: "x" },
      { id: 2, text: "x" },
    ]);
  });

  test("sets a torn end aside before anything is glued to it", async () => {
    const path = join(temporaryFolder(), "j.jsonl");
    writeFileSync(path, `${formatLine({ id: 1, text: "x" })}{"id":2,"te`);
    const journals = openJournals({ j: path });
    journals.append("j", [{ id: 3, text: "z" }]);
    await journals.close();
    expect(await readSoundJournal(path, record)).toMatchObject([{ id: 1 }, { id: 3 }]);
    expect(readFileSync(`${path}.damaged`, "utf8")).toBe('{"id":2,"te\n');
  });

  test("keeps a sound last line without an end", async () => {
    const path = join(temporaryFolder(), "j.jsonl");
    writeFileSync(path, formatLine({ id: 1, text: "x" }).trimEnd());
    const journals = openJournals({ j: path });
    journals.append("j", [{ id: 2, text: "z" }]);
    await journals.close();
    expect(await readSoundJournal(path, record)).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  test("says in German that a file cannot be written", async () => {
    const path = join(temporaryFolder(), "fehlt", "j.jsonl");
    const error = await userErrorOf(() => openJournals({ j: path }));
    expect(error).toMatchObject({ code: "journal-unwritable", exitCode: 3, place: { file: path } });
  });
});

describe("damaged journals", () => {
  const lines = [1, 2, 3].map((id) => formatLine({ id, text: "Antwort" }));

  function damaged(change: (text: string) => string): string {
    const path = join(temporaryFolder(), "trials.jsonl");
    writeFileSync(path, change(lines.join("")));
    return path;
  }

  test("name the line and the way out", async () => {
    const path = damaged((text) => text.replace('"id":2', '"id":5'));
    const error = await userErrorOf(() => readSoundJournal(path, record));
    expect(error).toMatchObject({ code: "journal-damaged", exitCode: 2, place: { line: 2 } });
    expect(error.nextStep).toContain("--resume");
  });

  test("are mended by setting the damaged line aside, not by deleting it", async () => {
    const path = damaged((text) => text.replace('"id":2', '"id":5'));
    expect(mendJournal(path)).toBe(1);
    expect(await readSoundJournal(path, record)).toMatchObject([{ id: 1 }, { id: 3 }]);
    expect(readFileSync(`${path}.damaged`, "utf8")).toContain('"id":5');
  });

  test("cut at any byte are read to the last good record after mending", async () => {
    const whole = Buffer.from(lines.join(""));
    const path = join(temporaryFolder(), "trials.jsonl");
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      mendJournal(path);
      const { records, damaged: rest } = await readJournal(path, record);
      const complete =
        whole
          .subarray(0, length + 1)
          .toString("utf8")
          .split("\n").length - 1;
      expect(rest).toEqual([]);
      expect(records.map(({ id }) => id)).toEqual([1, 2, 3].slice(0, complete));
    }
  });

  test("with a flipped bit anywhere keep every other line, and the damage is named", async () => {
    const whole = Buffer.from(lines.join(""));
    const path = join(temporaryFolder(), "trials.jsonl");
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(whole);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(path, flipped);
        const hit = whole.subarray(0, at).toString("latin1").split("\n").length;
        const before = await readJournal(path, record);
        for (const { line } of before.damaged) expect([hit, hit + 1]).toContain(line);
        mendJournal(path);
        const { records, damaged: rest } = await readJournal(path, record);
        expect(rest).toEqual([]);
        // A flipped line end glues two lines together; both are damaged then.
        const isLineEnd = whole.readUInt8(at) === 10;
        const sound = [1, 2, 3].filter((id) => id !== hit && !(isLineEnd && id === hit + 1));
        for (const id of sound) expect(records).toContainEqual({ id, text: "Antwort" });
        expect(records.every(({ text }) => text === "Antwort")).toBe(true);
      }),
      { ...seed, numRuns: 500 },
    );
  });

  test("of another format are refused with their line", async () => {
    const path = damaged(() => '{"id":"eins","text":"x"}\n');
    const error = await userErrorOf(() => readSoundJournal(path, record));
    expect(error).toMatchObject({ code: "journal-format", exitCode: 2, place: { line: 1 } });
  });
});
