import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { modelConfigSchema } from "../../core/model.ts";
import { openRuntime } from "../../models/llama-weights.ts";
import { openLlama } from "../../models/llama.ts";
import { withPortableKernels } from "../../models/portable-kernels.ts";

test("no arithmetic newer than AVX2 is loaded, and what is loaded stands in the description", async () => {
  const { systemInfo } = await openRuntime();
  expect(systemInfo).not.toMatch(/AVX512\w* = 1|AMX\w* = 1|AVX_VNNI = 1/u);
  const config = modelConfigSchema.parse({ id: "llama:smollm2-135m" });
  const context = { environment: {}, cacheFolder: tmpdir() };
  const { description } = await openLlama({ name: "smollm2-135m", config, context });
  expect(description.details["instructions"]).toMatch(/^SSE3 .*AVX2.* REPACK$/u);
});

test("gives back what was opened, hands on a failure, and leaves no folder behind", async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("amtsprobe-llama-"));
  const before = new Set(folders());
  let during: string[] = [];
  const open = async () => {
    during = folders().filter((name) => !before.has(name));
    return "offen";
  };
  expect(await withPortableKernels(open)).toBe("offen");
  expect(during.length).toBeGreaterThan(0);
  const failing = withPortableKernels(() => Promise.reject(new Error("geht nicht")));
  await expect(failing).rejects.toThrow("geht nicht");
  expect(folders().filter((name) => during.includes(name))).toEqual([]);
});
