import { expect, test } from "vitest";
import { noteFigure } from "../../scripts/security/figures.ts";
import { faults } from "../../scripts/security/keys/echo-server.ts";
import { echoOf, formsOf, planted } from "../../scripts/security/keys/planted.ts";
import { searched, searchKeys } from "../../scripts/security/keys/search-keys.ts";

test(
  "no key comes out of any channel, whatever goes wrong and whoever says it back",
  { timeout: 1_200_000 },
  async () => {
    const search = await searchKeys();
    const { channels, secrets, forms, found } = search;
    noteFigure(
      `Schlüssel: ${channels.length} Kanäle × ${search.faults} Fehler, ${secrets} Geheimnisse in ${forms} Formen, ${found.length} gefunden`,
    );
    expect(search.found).toEqual([]);
    expect(search.channels.length).toBeGreaterThan(200);
    const expected = [
      "eval --config: stderr",
      "lauf: trials.jsonl",
      "lauf: report.html",
      "lauf-json: findings.json",
      "cache: answers-1.sqlite",
      "Absturz memory: stderr",
      "Absturz pieces: stdout",
      "Prozessliste: Befehle",
      "lauf: report-en.html",
      "lauf: ergebnisse.csv",
      "lauf: fehler.csv",
      "lauf: report.md",
      "lauf: report-maskiert.html",
      "lauf: nachweise.csv",
      "lauf: promptfoo/promptfoo.db",
      "schulung: aufgaben.json",
      "schulung: arbeitsblatt.docx",
      "schulung: scorm.zip",
      "schulung: moodle.gift",
      "schulung: moodle.xml",
      "gate: junit.xml",
      "gate: kommentar.md",
      "basis.json",
      "rueckmeldung: antworten.json",
      "promptfoo: aus.json",
      "sbom.json",
    ];
    expect(expected.filter((name) => !search.channels.includes(name))).toEqual([]);
    // The server did see the keys, and what it said of them did come as far as the channels.
    expect(search.requests).toBeGreaterThan(2 * Object.keys(faults).length);
    expect(search.masked).toBeGreaterThan(100);
  },
);

test.each(planted)("the search sees $title in every form in which it is said", ({ value }) => {
  const content = `Meldung: ${echoOf(value)}`;
  const { found } = searched([{ name: "probe", content }]);
  expect(found).toHaveLength(Object.keys(formsOf(value)).length);
});
