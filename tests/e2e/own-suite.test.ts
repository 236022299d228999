import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("a suite of one's own, from the command line", { timeout: 60_000 }, () => {
  test("new, check with mutations, and preview as text and as a page", async () => {
    const folder = join(temporaryFolder(), "unsere-fragen");
    const made = await runCommandLine("new", ["unsere-fragen", "--out", folder]);
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toContain("faelle.yaml");
    const checked = await runCommandLine("check", ["--mutate", folder]);
    expect(checked.stdout).toMatch(/5 von 5 Beispielen.*\n(?:.*\n)*.*Mutationen: /u);
    expect(checked.code).toBe(0);
    const shown = await runCommandLine("preview", [folder, "--variant", "trained"]);
    expect(shown.stdout).toContain("Du beantwortest Fragen an eine deutsche Behörde.");
    const page = join(folder, "vorschau.html");
    expect(await runCommandLine("preview", [folder, "--html", page])).toMatchObject({ code: 0 });
    expect(readFileSync(page, "utf8")).toContain("buecherei-verlaengern");
  });

  test.each([
    ["new", [], "Es fehlt der Name"],
    ["new", ["Unsere Suite"], "taugt nicht als Name"],
    ["new", ["suite", "--task", "malen"], "kennt „malen“ nicht"],
    ["preview", ["buergerfragen", "--case", "nirgends"], "Den Fall „nirgends“ gibt es"],
    ["preview", ["buergerfragen", "--input", "halb"], "kennt „halb“ nicht"],
  ])("%s %j is refused with what to do", async (command, words, message) => {
    const { code, stderr } = await runCommandLine(command, words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("→ ");
    expect(existsSync("suite")).toBe(false);
  });
});
