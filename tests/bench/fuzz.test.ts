import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runFuzz } from "../../bench/fuzz.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";

/** Runs a night with a program in the place of the one that feeds the readers. */
async function night(program: string) {
  const folder = temporaryFolder();
  const before = `import { writeFileSync } from "node:fs";
const folder = process.argv[4] + "/";
writeFileSync(folder + "current.bytes", "böse");
writeFileSync(folder + "current", JSON.stringify({ reader: "suite", inputs: 3 }));
`;
  writeIn(folder, "worker.mjs", before + program);
  // Left by an earlier night that came further.
  writeIn(folder, "current", JSON.stringify({ reader: "cards", inputs: 9000 }));
  const order = { minutes: 1, seed: 1, folder, worker: join(folder, "worker.mjs") };
  return { folder, result: await runFuzz({ ...order, longestRead: 200 }) };
}

test(
  "a reader that never comes back is ended and its input kept",
  { timeout: 60_000 },
  async () => {
    const { folder, result } = await night("for (;;);");
    expect(result).toMatchObject({
      inputs: 3,
      findings: [{ reader: "suite", input: "hanging", problem: "never came back" }],
    });
    expect(readFileSync(join(folder, "suite", "hanging"), "utf8")).toBe("böse");
  },
);

test("a reader that takes the process with it is told", { timeout: 60_000 }, async () => {
  const { folder, result } = await night("process.exit(134);");
  expect(result.findings).toEqual([
    { reader: "suite", input: "deadly", problem: "the process ended with 134" },
  ]);
  expect(readFileSync(join(folder, "suite", "deadly"), "utf8")).toBe("böse");
});

test("a night without trouble ends with its figure", { timeout: 60_000 }, async () => {
  const { result } = await night("console.log(JSON.stringify({ inputs: 4, readers: 1 }));");
  expect(result).toEqual({ inputs: 4, findings: [] });
});
