import { closeSync, existsSync, openSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendWheelMember } from "../../models/wheel.ts";

/** Larger than one piece, and with so little order that it does not get smaller. */
const content = noise(900_000);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wheel-"));
  const before = new Uint8Array(50_000);
  await writeFile(join(folder, "a.whl"), zipSync({ before, wanted: content, after: before }));
  await writeFile(join(folder, "stored.whl"), zipSync({ wanted: content }, { level: 0 }));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function extract(wheel: string, into: string): Promise<void> {
  const descriptor = openSync(into, "a");
  try {
    await appendWheelMember(join(folder, wheel), { member: "wanted", descriptor });
  } finally {
    closeSync(descriptor);
  }
}

test.each(["a.whl", "stored.whl"])("one file of %s is appended to what is there", async (wheel) => {
  const target = join(folder, `${wheel}.out`);
  await writeFile(target, "davor");
  await extract(wheel, target);
  const written = await readFile(target);
  expect(written.subarray(0, 5).toString()).toBe("davor");
  expect(Buffer.compare(written.subarray(5), content)).toBe(0);
});

test("an archive that ends too early is refused", async () => {
  const whole = await readFile(join(folder, "a.whl"));
  await writeFile(join(folder, "cut.whl"), whole.subarray(0, 100_000));
  await expect(extract("cut.whl", join(folder, "cut.out"))).rejects.toThrow("not wholly");
});

test.runIf(existsSync("/dev/full"))("a full disk is an error and not a shorter file", async () => {
  await expect(extract("a.whl", "/dev/full")).rejects.toMatchObject({ code: "ENOSPC" });
});

/** Bytes of a linear congruential generator (Numerical Recipes constants): always the same ones. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
