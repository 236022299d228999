import { expect, test } from "vitest";
import { readReportDetails } from "../../datasets/read-report-details.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

test("reads what an agency adds, with German dates", () => {
  const file = writeIn(
    temporaryFolder(),
    "bericht.yaml",
    "agency: Stadt Beispiel\nstate: endfassung\nchanges:\n  - { version: 1.0, date: 29.11.2026, text: erste Fassung }\n",
  );
  expect(readReportDetails(file)).toEqual({
    schemaVersion: 1,
    agency: "Stadt Beispiel",
    state: "endfassung",
    signatures: [],
    changes: [{ version: "1.0", date: "2026-11-29", text: "erste Fassung" }],
  });
});

test.each([
  ["state: fertig\n", "entwurf oder endfassung"],
  ["behoerde: Stadt\n", "behoerde"],
  ["signatures:\n  - { name: Muster }\n", "role"],
])("%j is refused with its place", async (content, message) => {
  const file = writeIn(temporaryFolder(), "bericht.yaml", content);
  const error = await userErrorOf(() => readReportDetails(file));
  expect(error.message).toContain(message);
  expect(error.message).toMatch(/Zeile \d/u);
});
