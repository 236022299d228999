import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connections } from "../../models/egress/connections.ts";
import { programFolder } from "../../scripts/folders.ts";

const file = join(programFolder, "docs", "datenschutz.md");
const place = /<!-- verbindungen -->[\s\S]*<!-- \/verbindungen -->/u;

test("docs/datenschutz.md lists the connections of the program, row for row", async () => {
  const rows = connections.map(
    ({ host, when, data, off }) => `| ${[host, when, data, off].map(cell).join(" | ")} |`,
  );
  const table = ["| wohin | wann | was | wie es ohne geht |", "| --- | --- | --- | --- |", ...rows];
  const part = `<!-- verbindungen -->\n\n${table.join("\n")}\n\n<!-- /verbindungen -->`;
  const text = readFileSync(file, "utf8").replace(place, () => part);
  expect(text).toContain(part);
  await expect(text).toMatchFileSnapshot(file);
});

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`);
}
