import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsSchema } from "../../core/findings.ts";
import { startChatServer } from "../helpers/chat-server.ts";
import { writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** Wrong for every second case, whatever the order of the calls; each answer holds a word that stands nowhere else. */
const marker = "Zwiebelfisch";
function answer(body: { messages?: readonly { content: string }[] }): string {
  const euro = /\d+ Euro/u.exec(body.messages?.[0]?.content ?? "")?.[0] ?? "nichts";
  const right = Number.parseInt(euro, 10) % 2 === 0;
  return `${marker}: ${right ? euro : "Der Antrag kostet 999 Euro"}.`;
}

function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

test(
  "with --no-answers no word of an answer stays, the numbers do, and what is impossible is said",
  { timeout: 240_000 },
  async () => {
    const folder = temporaryFolder();
    const cache = temporaryFolder();
    const suite = writeSuite(folder, 4);
    const server = await startChatServer(answer);
    const config = writeConfig(folder, server.baseURL);
    const [kept, bare] = [join(folder, "mit"), join(folder, "ohne")];
    const run = async (command: string, words: string[]) =>
      runCommandLine(command, words, { environment: { AMTSPROBE_CACHE: cache } });
    const words = ["--config", config, "--out"];
    expect(await run("eval", [...words, kept, "--no-cache"])).toMatchObject({ code: 0 });
    const asked = server.bodies.length;
    const told = await run("eval", [...words, bare, "--no-answers"]);
    expect(told.code).toBe(0);
    expect(server.bodies).toHaveLength(2 * asked);

    expect(everythingIn(kept)).toContain(marker);
    expect(everythingIn(bare)).not.toContain(marker);
    expect(everythingIn(cache)).not.toContain(marker);
    expect(told.stdout + told.stderr).not.toContain(marker);
    const ratesOf = (where: string) =>
      findingsSchema.parse(JSON.parse(readFileSync(join(where, "findings.json"), "utf8"))).rates;
    expect(ratesOf(bare)).toEqual(ratesOf(kept));
    expect(readFileSync(join(bare, "report.html"), "utf8")).toContain("nicht aufbewahrt");

    for (const name of ["vergleich-anonym.html", "vergleich-anonym.json", "report-en.html"]) {
      writeFileSync(join(kept, name), marker);
    }
    const cleaning = ["--older-than", "0d", "--answers-only", folder];
    expect(await run("clean", cleaning)).toMatchObject({ code: 2 });
    expect(everythingIn(kept)).toContain(marker);
    expect(await run("clean", [...cleaning, "--yes"])).toMatchObject({ code: 0 });
    expect(everythingIn(kept)).not.toContain(marker);
    expect(ratesOf(kept)).toEqual(ratesOf(bare));

    const before = everythingIn(bare);
    const regraded = await run("regrade", [bare]);
    expect([regraded.code, regraded.stderr]).toEqual([2, expect.stringContaining("--no-answers")]);
    expect(everythingIn(bare)).toBe(before);
    const course = await run("training", [bare, "--out", join(folder, "kurs")]);
    expect([course.code, course.stderr]).toEqual([2, expect.stringContaining("nicht aufbewahrt")]);

    const cases = join(suite, "faelle.yaml");
    writeFileSync(
      cases,
      readFileSync(cases, "utf8").replace('facts: ["20 Euro"]', 'facts: ["20"]'),
    );
    const resumed = await run("eval", ["--resume", bare]);
    expect(resumed.stderr).toContain("probe/fall-0");
    expect(server.bodies).toHaveLength(2 * asked);
    expect(everythingIn(bare)).not.toContain(marker);
  },
);
