import { statSync, writeSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { getHeapSpaceStatistics } from "node:v8";
import { programFolder } from "../../scripts/folders.ts";

/**
 * A program: one life of a run. Does what `npm run eval` does with its arguments and writes to file
 * descriptor 3, as lines of JSON, its memory every half second and, when it was not killed, which
 * handles and timers are left that were not there at the start.
 */
const samples = 3;
const settle = 5000;

module.enableCompileCache(join(programFolder, "node_modules", ".cache", "amtsprobe"));
const { main } = await import("../../scripts/eval/main.ts");

function say(line: object): void {
  writeSync(samples, `${JSON.stringify(line)}\n`);
}

function resources(): string[] {
  return process.getActiveResourcesInfo().toSorted();
}

function leftOver(before: readonly string[]): string[] {
  const rest = [...before];
  return resources().filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

const before = resources();
const begin = performance.now();
const words = process.argv.slice(2);
const journal = join(
  words[words.findIndex((word) => /^--(?:out|resume)$/u.test(word)) + 1] ?? "",
  "trials.jsonl",
);
const sizeOf = () => statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
let size = sizeOf();
const timer = setInterval(() => {
  const now = sizeOf();
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
  say({
    ms: Math.round(performance.now() - begin),
    rss: process.memoryUsage.rss(),
    young: young?.space_size ?? 0,
    asking: now > size,
  });
  size = now;
}, 500);
const code = await main(words);
clearInterval(timer);
const deadline = performance.now() + settle;
while (leftOver(before).length > 0 && performance.now() < deadline) {
  await new Promise(setImmediate);
}
say({ code, left: leftOver(before) });
process.exitCode = code;
