import { afterEach, expect, test, vi } from "vitest";
import { main } from "../../../scripts/check/main.ts";
import { writeSuite } from "../../../scripts/new/write-suite.ts";
import { temporaryFolder, writeIn } from "../../helpers/temporary-folder.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function newSuite(): string {
  const folder = temporaryFolder();
  writeSuite({
    name: "unsere-probe",
    folder,
    shown: folder,
    title: "Probe",
    task: "frage",
    format: "yaml",
    office: "Stadt Beispielstadt",
    today: "2026-11-28",
  });
  return folder;
}

/** What a check writes, as one text. */
function watchOutput(): () => string {
  const written = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockReturnValue(true),
  );
  return () => written.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join("");
}

test("a suite named twice is checked once and is no double of itself", async () => {
  const output = watchOutput();
  const folder = newSuite();
  expect(await main([folder, folder])).toBe(0);
  expect(output()).not.toContain("FEHLER");
});

test("a broken list of equivalent mutants is found without --mutate and hides no other suite", async () => {
  const output = watchOutput();
  const [broken, sound] = [newSuite(), newSuite()];
  writeIn(broken, "mutanten.yaml", "- case: x\n  operator: unbekannt\n");
  expect(await main([broken, sound])).toBe(2);
  expect(output()).toContain("mutanten.yaml, Zeile 2");
  expect(output()).toContain("unsere-probe: 2 Fälle");
});
