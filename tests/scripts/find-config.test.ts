import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { readConfig } from "../../datasets/read-config.ts";
import { readEnvironment, warnOfUnknownVariables } from "../../scripts/environment.ts";
import { readRequest } from "../../scripts/eval/request.ts";
import { findConfig, networkOf, userFolder } from "../../scripts/find-config.ts";
import { programFolder } from "../../scripts/folders.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

let project = "";
let home = "";
let printed: string[] = [];

beforeEach(() => {
  project = temporaryFolder();
  home = temporaryFolder();
  printed = [];
  vi.stubEnv("INIT_CWD", project);
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  onTestFinished(() => {
    vi.unstubAllEnvs();
    spy.mockRestore();
  });
});

const environment = (more: Record<string, string> = {}) => ({ XDG_CONFIG_HOME: home, ...more });
const titled = (title: string) => `title: ${title}\n`;

describe("where the configuration comes from", () => {
  test("named beats variable beats project beats home", () => {
    expect(findConfig(undefined, environment())).toBeUndefined();
    writeIn(userFolder(environment()), "amtsprobe.yaml", titled("Heim"));
    const title = (named?: string, more = {}) => findConfig(named, environment(more))?.config.title;
    expect(title()).toBe("Heim");
    writeIn(project, "amtsprobe.yaml", titled("Projekt"));
    expect(title()).toBe("Projekt");
    writeIn(project, "andere.yaml", titled("Variable"));
    expect(title(undefined, { AMTSPROBE_CONFIG: "andere.yaml" })).toBe("Variable");
    writeIn(project, "genannt.yaml", titled("Genannt"));
    expect(title("genannt.yaml", { AMTSPROBE_CONFIG: "andere.yaml" })).toBe("Genannt");
  });

  test("a named one that is not there points to the template", async () => {
    const error = await userErrorOf(() => findConfig("fehlt.yaml", environment()));
    expect(error).toMatchObject({ code: "config-missing", exitCode: 2 });
    expect(error.nextStep).toContain("amtsprobe.beispiel.yaml");
  });

  test("a found one is named on stderr, and shapes the run", () => {
    writeIn(project, "amtsprobe.yaml", "title: Projekt\nbudget: 3\nstrict: ja\n");
    const request = readRequest({}, environment());
    expect(request).toMatchObject({ title: "Projekt", budget: 3, strict: true, profile: "full" });
    expect(printed.join("")).toContain("Einstellungen: amtsprobe.yaml");
  });

  test("the variables beat it, the command line beats both", () => {
    writeIn(project, "amtsprobe.yaml", "profile: full\nbudget: 3\nproxy: http://a.example:1\n");
    const more = {
      AMTSPROBE_PROFILE: "quick",
      AMTSPROBE_BUDGET: "2",
      AMTSPROBE_STRICT: "ja",
      AMTSPROBE_PROXY: "http://b.example:2",
      AMTSPROBE_CA_FILE: "ca.pem",
    };
    const request = readRequest({ budget: "1" }, environment(more));
    expect(request).toMatchObject({
      profile: "quick",
      budget: 1,
      strict: true,
      network: { proxy: "http://b.example:2", caFile: join(project, "ca.pem") },
    });
  });

  test("a variable that is no yes or no is refused", async () => {
    const words = environment({ AMTSPROBE_STRICT: "vielleicht" });
    const error = await userErrorOf(() => readRequest({}, words));
    expect(error).toMatchObject({ exitCode: 2 });
    expect(error.message).toContain("AMTSPROBE_STRICT");
  });

  test("without one the network is what the variables say", () => {
    expect(networkOf(undefined, {})).toEqual({});
  });
});

describe("the environment", () => {
  test("a file .env adds what the process does not have", () => {
    writeIn(project, ".env", "HAUS_KEY=aus-datei\nPATH_TEST='mit Leerzeichen'\n");
    vi.stubEnv("HAUS_KEY", "aus-prozess");
    expect(readEnvironment()).toMatchObject({
      HAUS_KEY: "aus-prozess",
      PATH_TEST: "mit Leerzeichen",
    });
  });

  test("a mistyped variable of our own is named, with the nearest", () => {
    warnOfUnknownVariables({ AMTSPROBE_BUGDET: "3", AMTSPROBE_CACHE: "x", ANDERE: "y" });
    expect(printed).toEqual([
      "Achtung: Die Variable AMTSPROBE_BUGDET kennt Amtsprobe nicht. Meinten Sie AMTSPROBE_BUDGET?\n",
    ]);
  });
});

describe("what may not stand in the file", () => {
  const model = (line: string) =>
    `models:\n  - id: compatible:haus\n    baseURL: http://127.0.0.1:1/v1\n    model: m\n    ${line}\n`;

  test.each([
    ["apiKey: geheim", "Schlüssel"],
    ["token: geheim", "Schlüssel"],
    ["headers: { authorization: Bearer geheim }", "Schlüssel"],
    ["headers: { X-Api-Key: geheim }", "Schlüssel"],
    ["apiKeyEnv: sk-geheim", "nie der Schlüssel selbst"],
  ])("%s is refused with the reason and its line", async (line, reason) => {
    const file = writeIn(project, "amtsprobe.yaml", model(line));
    const error = await userErrorOf(() => readConfig(file));
    expect(error).toMatchObject({ exitCode: 2 });
    expect(error.message).toContain(reason);
    expect(error.message).toContain("Zeile 5");
    expect(error.message).not.toContain("geheim");
  });

  test.each([
    "proxy: http://name:wort@proxy.amt.example:3128",
    "proxy: proxy.amt.example",
    "budget: -1",
  ])("%s is refused", async (line) => {
    const file = writeIn(project, "amtsprobe.yaml", `${line}\n`);
    expect(await userErrorOf(() => readConfig(file))).toMatchObject({ exitCode: 2 });
  });
});

test("the sample is right", () => {
  const file = join(programFolder, "amtsprobe.beispiel.yaml");
  expect(readConfig(file).models).toHaveLength(4);
});
