import { describe, expect, test } from "vitest";
import { readConfig } from "../../datasets/read-config.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

/** The sample of the contract (design, section 9), comments included. */
const sample = `schemaVersion: 1
title: Markterkundung Assistenz Bürgeramt
suites: [vereinfachung, buergerfragen]      # names or folders; default all
models:
  - id: llama:gemma3-270m
  - id: compatible:haus                     # a name of one's own
    baseURL: http://127.0.0.1:8080/v1
    model: mistral-small-3.2
    apiKeyEnv: HAUS_KI_KEY                  # the name of the variable, never the key
    parameters: { temperature: 0, maxTokens: 800, seed: 1 }
    price: { inputPerMillion: 0.15, outputPerMillion: 0.60, currency: EUR, asOf: 2026-11-01 }
    limits: { concurrency: 20, requestsPerMinute: 300 }
    dataClasses: [synthetic, internal]
variants: [untrained, trained]
inputs: [raw, pseudonymised]
attempts: 1
seed: 1
profile: full
budget: 5                                   # euro
`;

function config(text: string): string {
  return writeIn(temporaryFolder(), "amtsprobe.yaml", text);
}

describe("readConfig", () => {
  test("reads the contract's sample", () => {
    expect(readConfig(config(sample))).toMatchObject({
      suites: ["vereinfachung", "buergerfragen"],
      models: [
        { id: "llama:gemma3-270m", parameters: { temperature: 0, seed: 1 } },
        {
          id: "compatible:haus",
          parameters: { maxTokens: 800 },
          price: { inputPerMillion: 0.15, currency: "EUR" },
          limits: { concurrency: 20, requestsPerMinute: 300 },
        },
      ],
      attempts: 1,
      budget: 5,
    });
  });

  test("may be empty but for a model", () => {
    expect(readConfig(config("models: [{ id: 'baseline:copy' }]\n"))).toMatchObject({
      schemaVersion: 1,
    });
  });

  test.each([
    ["a key instead of its variable's name", "HAUS_KI_KEY", "sk-geheim-123", "Umgebungsvariablen"],
    ["an unknown key", "budget:", "etat:", "unbekannter Schlüssel „etat“"],
    ["a wrong address", "http://127.0.0.1:8080/v1", "haus", "muss eine Adresse"],
    ["another version", "schemaVersion: 1", "schemaVersion: 2", "muss 1 sein"],
    ["no attempts", "attempts: 1", "attempts: 0", "attempts"],
    ["a temperature out of range", "temperature: 0", "temperature: 9", "temperature"],
  ])("refuses %s with its line", async (_what, from, to, message) => {
    const error = await userErrorOf(() => readConfig(config(sample.replace(from, to))));
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(/Zeile \d+/u);
  });

  test("does not repeat a key that somebody wrote into the file", async () => {
    const error = await userErrorOf(() =>
      readConfig(config(sample.replace("HAUS_KI_KEY", "sk-geheim-123"))),
    );
    expect(error.message).not.toContain("sk-geheim-123");
  });
});
