import { writeSync } from "node:fs";
import { main } from "../../scripts/eval/main.ts";

/**
 * A program: one life of a run. Does what `npm run eval` does with its arguments and writes to file
 * descriptor 3, as lines of JSON, its memory every half second and, when it was not killed, which
 * handles and timers are left that were not there at the start.
 */
const samples = 3;
const settle = 5000;

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
const timer = setInterval(() => {
  say({ ms: Math.round(performance.now() - begin), rss: process.memoryUsage.rss() });
}, 500);
const code = await main(process.argv.slice(2));
clearInterval(timer);
const deadline = performance.now() + settle;
while (leftOver(before).length > 0 && performance.now() < deadline) {
  await new Promise(setImmediate);
}
say({ code, left: leftOver(before) });
process.exitCode = code;
