import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { modelDescriptionSchema } from "../../core/model.ts";
import {
  cardsFolder,
  isAbout,
  loadModelCards,
  readCard,
  withCard,
} from "../../scripts/model-cards.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const files = readdirSync(cardsFolder).filter((name) => name.endsWith(".yaml"));

/** Pages of those who publish or run a model. */
const firstHand = [
  "https://ai.google.dev/",
  "https://developers.openai.com/",
  "https://docs.stackit.cloud/",
  "https://stackit.de/",
  "https://huggingface.co/api/models/mistralai/",
  "https://huggingface.co/blog/gemma3",
  "https://huggingface.co/collections/meta-llama/",
  "https://huggingface.co/meta-",
  "https://huggingface.co/openGPT-X/",
];

describe("the shipped cards", () => {
  test("are at least six", () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
  });

  test.each(files)("%s is right, and is named by its id", (name) => {
    const card = readCard(join(cardsFolder, name));
    expect(card.id).toBe(basename(name, ".yaml"));
    const today = new Date().toISOString().slice(0, 10);
    const text = readFileSync(join(cardsFolder, name), "utf8");
    const dates = [...text.matchAll(/asOf: (\S+)/gu)];
    expect(dates.length).toBeGreaterThan(0);
    for (const [, source = ""] of text.matchAll(/source: (\S+)/gu)) {
      expect(source).toMatch(/^https:\/\//u);
    }
    for (const [, date = ""] of dates) expect(date <= today).toBe(true);
  });

  test.each(files)(
    "%s says of every directory, dealer and press report that it is second hand",
    (name) => {
      const text = readFileSync(join(cardsFolder, name), "utf8");
      const sources = [
        ...text.matchAll(/source: (\S+)\n {2}asOf: \S+\n(?<next> {2}secondHand)?/gu),
      ];
      expect(sources.length).toBeGreaterThan(0);
      for (const { 1: source = "", groups } of sources) {
        const isFirstHand = firstHand.some((address) => source.startsWith(address));
        expect(`${source} ${groups?.["next"] === undefined}`).toBe(`${source} ${isFirstHand}`);
      }
    },
  );

  test("each speaks of itself alone", () => {
    const cards = loadModelCards({ XDG_CONFIG_HOME: temporaryFolder() });
    for (const card of cards) {
      for (const name of card.matches) {
        const description = modelDescriptionSchema.parse({ id: "compatible:x", name });
        expect(cards.filter((other) => isAbout(other, description)).map(({ id }) => id)).toEqual([
          card.id,
        ]);
      }
    }
  });
});

const own = (extra = "") => `schemaVersion: 1
id: gpt-4.1
title: Unser GPT-4.1
matches: [gpt-4.1, "haus-*"]
hosts: [ki.amt.example]
provider: unbekannt
revision: unbekannt
operator: { value: Rechenzentrum, source: "https://ki.amt.example/karte", asOf: 2026-10-01 }
place: { value: Deutschland, source: "https://ki.amt.example/karte", asOf: 2026-10-01 }
contract: unbekannt
dataClasses: { value: [synthetic, internal], source: "https://ki.amt.example/karte", asOf: 2026-10-01 }
license: unbekannt
size: unbekannt
contextTokens: { value: 32000, source: "https://ki.amt.example/karte", asOf: 2026-10-01 }
price: { value: { inputPerMillion: "0,50", outputPerMillion: 1.5, currency: EUR }, source: "https://ki.amt.example/preise", asOf: 2026-10-01 }
knowledgeCutoff: unbekannt
languages: unbekannt
considered: unbekannt
${extra}`;

function withOwn(text: string) {
  const home = temporaryFolder();
  const file = writeIn(home, "amtsprobe/cards/unsere.yaml", text);
  return { file, environment: { XDG_CONFIG_HOME: home } };
}

describe("an own card", () => {
  const at = (endpoint: string, more = {}) =>
    modelDescriptionSchema.parse({ id: "compatible:haus", name: "Haus-GPT", endpoint, ...more });

  test("wins over a shipped one with the same id", () => {
    const cards = loadModelCards(withOwn(own()).environment);
    expect(cards.filter(({ id }) => id === "gpt-4.1").map(({ title }) => title)).toEqual([
      "Unser GPT-4.1",
    ]);
  });

  test("may rest on a document that is not on the web", () => {
    const text = own().replaceAll("https://ki.amt.example/karte", "Vertrag 4711, Anlage 2");
    const described = withCard(
      at("https://ki.amt.example/v1"),
      loadModelCards(withOwn(text).environment),
    );
    expect(described.card?.facts).toContainEqual({
      label: "Betreiber",
      value: "Rechenzentrum",
      source: "Vertrag 4711, Anlage 2",
      asOf: "2026-10-01",
    });
  });

  test("gives price, data classes and context to a model at its own address", () => {
    const cards = loadModelCards(withOwn(own()).environment);
    const described = withCard(at("https://ki.amt.example/v1"), cards);
    expect(described).toMatchObject({
      contextTokens: 32_000,
      dataClasses: ["synthetic", "internal"],
      price: { inputPerMillion: 0.5, outputPerMillion: 1.5, currency: "EUR", asOf: "2026-10-01" },
      card: { id: "gpt-4.1" },
    });
    expect(described.card?.facts).toContainEqual({
      label: "Betreiber",
      value: "Rechenzentrum",
      source: "https://ki.amt.example/karte",
      asOf: "2026-10-01",
    });
    expect(described.card?.facts).toContainEqual({ label: "Lizenz", value: "unbekannt" });
  });

  test("says nothing of price and operator elsewhere, and never overrules the configuration", () => {
    const cards = loadModelCards(withOwn(own()).environment);
    const elsewhere = withCard(at("https://anders.example/v1"), cards);
    expect(elsewhere.contextTokens).toBe(32_000);
    expect(elsewhere).not.toHaveProperty("price");
    expect(elsewhere).not.toHaveProperty("dataClasses");
    expect(elsewhere.card?.facts.map(({ label }) => label)).not.toContain("Betreiber");
    const configured = withCard(
      at("https://ki.amt.example/v1", { dataClasses: ["public"] }),
      cards,
    );
    expect(configured.dataClasses).toEqual(["public"]);
  });

  test.each([
    ["a field without a source", own().replace(', source: "https://ki.amt.example/preise"', "")],
    ["a field that is missing", own().replace("size: unbekannt\n", "")],
    ["an unknown field", own("farbe: blau\n")],
    ["a price without a currency", own().replace(", currency: EUR", "")],
  ])("with %s is refused with file and line", async (_kind, text) => {
    const { file, environment } = withOwn(text);
    const error = await userErrorOf(() => loadModelCards(environment));
    expect(error).toMatchObject({ exitCode: 2 });
    expect(error.message).toContain(file);
    expect(error.message).toMatch(/Zeile \d+/u);
  });
});

test("a price in another currency is shown and not reckoned with", () => {
  const cards = loadModelCards({ XDG_CONFIG_HOME: temporaryFolder() });
  const endpoint = "https://api.openai.com/v1";
  const described = withCard(
    modelDescriptionSchema.parse({ id: "openai:gpt-4.1", name: "gpt-4.1", endpoint }),
    cards,
  );
  expect(described).not.toHaveProperty("price");
  const price = described.card?.facts.find(({ label }) => label.startsWith("Preis"));
  expect(price?.value).toMatch(/2,00\s\$ hin, 8,00\s\$ zurück/u);
});
