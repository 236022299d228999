import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unknownFact, type ModelCard } from "../../core/model-card.ts";
import { extraPackages } from "../../models/promptfoo-packages.ts";
import { ownVariables } from "../../scripts/environment.ts";
import { programFolder } from "../../scripts/folders.ts";
import { formatPrice, loadModelCards } from "../../scripts/model-cards.ts";
import { localRigs } from "../helpers/local-rigs.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { wayBehaviours, type Verdict } from "../helpers/way-behaviours.ts";
import { endpointRigs } from "../helpers/way-rig.ts";

const rigs = [...endpointRigs, ...localRigs];
const results = new Map<string, readonly Verdict[]>();

test.each(wayBehaviours.map((behaviour) => [behaviour.title, behaviour] as const))(
  "every way: %s",
  { timeout: 60_000 },
  async (title, behaviour) => {
    const verdicts: Verdict[] = [];
    for (const rig of rigs) verdicts.push(await behaviour.check(rig));
    results.set(title, verdicts);
    const wrong = rigs.flatMap((rig, index) =>
      verdicts[index]?.isWrong === true ? [`${rig.title}: ${verdicts[index].cell}`] : [],
    );
    expect(wrong).toEqual([]);
    expect(verdicts.some(({ cell }) => cell.startsWith("✓"))).toBe(true);
  },
);

/** Renewed by `npm run build:model-docs`. */
test("docs/modelle.md says what the tests do", async () => {
  const file = join(programFolder, "docs", "modelle.md");
  const parts: Readonly<Record<string, string>> = {
    tabelle: wayTable(),
    pakete: table(
      ["Anbieter", "Pakete"],
      extraPackages.map(({ providers, packages }) => [
        providers.map((name) => `\`promptfoo:${name}:…\``).join(", "),
        packages.map((name) => `\`${name}\``).join(", "),
      ]),
    ),
    karten: cardTable(loadModelCards({ XDG_CONFIG_HOME: temporaryFolder() })),
    variablen: table(
      ["Variable", "Wirkung"],
      Object.entries(ownVariables).map(([name, effect]) => [`\`${name}\``, effect]),
    ),
  };
  let text = readFileSync(file, "utf8");
  for (const [name, part] of Object.entries(parts)) {
    const place = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`, "u");
    expect(text).toMatch(place);
    text = text.replace(place, () => `<!-- ${name} -->\n\n${part}\n\n<!-- /${name} -->`);
  }
  await expect(text).toMatchFileSnapshot(file);
});

function wayTable(): string {
  const rows = [...results].map(([title, verdicts]) => [
    title,
    ...verdicts.map(({ cell }) => cell),
  ]);
  return table(["Prüfung", ...rigs.map(({ title }) => title)], rows);
}

function cardTable(cards: readonly ModelCard[]): string {
  const shown = (entry: ModelCard["license"] | ModelCard["contextTokens"] | ModelCard["price"]) => {
    if (entry === unknownFact) return unknownFact;
    const { value, source, asOf, secondHand } = entry;
    const words = typeof value === "object" ? formatPrice(value) : String(value);
    return `[${words}](${source}) (${asOf}${secondHand === "ja" ? ", aus zweiter Hand" : ""})`;
  };
  return table(
    [
      "Modell",
      "Karte",
      "Lizenz",
      "Kontext in Token",
      "Preis je Million Token",
      "in der Verwaltung",
    ],
    cards.map((card) => [
      card.title,
      `\`${card.id}\``,
      shown(card.license),
      shown(card.contextTokens),
      shown(card.price).replaceAll("\u00A0", " "),
      shown(card.considered),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
