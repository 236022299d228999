import { describe, expect, test } from "vitest";
import {
  parseVariantFile,
  withoutVariants,
  withVariants,
} from "../../datasets/read-variant-file.ts";
import { sampleSuite } from "../helpers/sample-suite.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const body = "Beantworte: {{question}} Text: {{text}}";

describe("parseVariantFile", () => {
  test("reads head and prompt; without a head the file gives the name", () => {
    const file = parseVariantFile(
      `---\nname: neu\nsuites: [probe]\n---\n\n${body}\n`,
      "prompts/x.md",
    );
    expect(file).toMatchObject({ name: "neu", suites: ["probe"], prompt: body });
    expect(parseVariantFile(body, "prompts/knapp-und-klar.md").name).toBe("knapp-und-klar");
    expect(parseVariantFile(`---\r\nname: neu\r\n---\r\n${body}`, "x.md")).toMatchObject({
      prompt: body,
    });
    expect(parseVariantFile(`---\n---\n${body}`, "x.md")).toMatchObject({
      name: "x",
      prompt: body,
    });
  });

  test("the hash is that of the whole file", () => {
    const [a, b] = [parseVariantFile(body, "x.md"), parseVariantFile(`${body} `, "x.md")];
    expect(a.sha256).not.toBe(b.sha256);
  });
});

describe("withVariants", () => {
  test("adds the prompt to the suites that it names, and it can be taken off again", () => {
    const suite = sampleSuite();
    const other = sampleSuite({ name: "andere" });
    const variant = parseVariantFile(`---\nsuites: [probe]\n---\n${body}`, "neu.md");
    const [first, second] = withVariants([suite, other], [variant]);
    expect(first?.prompts["neu"]).toBe(body);
    expect(second).toEqual(other);
    expect(first && withoutVariants(first, [variant])).toEqual(suite);
  });

  test.each([
    ["a placeholder too few", "{{text}}", "die Suite „probe“ braucht"],
    ["an unknown placeholder", "{{text}} {{question}} {{name}}", "{{name}} ist unbekannt"],
    ["no placeholder", "Antworte gut.", "keinen Platzhalter"],
    ["a name that the suite has", `---\nname: trained\n---\n${body}`, "schon eine Prompt-Variante"],
    ["a head without an end", `---\nname: neu\n${body}`, "kein Ende"],
    ["an unknown key", `---\nnamen: neu\n---\n${body}`, "unbekannter Schlüssel „namen“"],
    ["an empty prompt", "---\nname: neu\n---\n", "keinen Prompt"],
    ["a reserved name", `---\nname: untrained-x\n---\n${body}`, "untrained"],
    ["a name with a space", `---\nname: mein prompt\n---\n${body}`, "Kleinbuchstaben"],
    ["another suite", `---\nsuites: [andere]\n---\n${body}`, "Dieser Prompt ist für andere"],
    ["a YAML bomb", `---\nname: &a [x]\ntitle: [${"*a,".repeat(60)}*a]\n---\n${body}`, ""],
  ])("refuses %s", async (_what, text, message) => {
    const error = await userErrorOf(() =>
      withVariants([sampleSuite()], [parseVariantFile(text, "prompts/neu.md")]),
    );
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(message);
    expect(error.nextStep).not.toBe("");
  });

  test("refuses two files of one name, and a file name that is no name", async () => {
    const [a, b] = ["a/neu.md", "b/neu.md"].map((file) => parseVariantFile(body, file));
    const twice = await userErrorOf(() => withVariants([sampleSuite()], a && b ? [a, b] : []));
    expect(twice.code).toBe("variant-twice");
    const name = await userErrorOf(() => parseVariantFile(body, "Neuer Prompt.md"));
    expect(name.code).toBe("variant-name");
  });
});
