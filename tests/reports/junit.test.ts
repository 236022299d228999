import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { expect, test } from "vitest";
import { renderJunit } from "../../reports/junit.ts";
import { programFolder } from "../../scripts/folders.ts";
import { gateFixture } from "../helpers/gate-fixture.ts";
import { hostileTexts } from "../helpers/hostile-texts.ts";

const schema = readFileSync(join(programFolder, "tests", "fixtures", "junit", "junit.xsd"), "utf8");

function validate(xml: string): void {
  using validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
}

/** Attribute values found by a path. */
function values(xml: string, path: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(path).map((node) => node.content);
}

test("one test case a criterion and one a critical case, counted, under names that occur once", () => {
  const xml = renderJunit(gateFixture());
  validate(xml);
  const names = values(xml, "//testcase/@name");
  expect(names).toHaveLength(2 + 4);
  expect(new Set(names).size).toBe(names.length);
  expect(values(xml, "/testsuites/@tests")).toEqual(["6"]);
  expect(values(xml, "/testsuites/@failures")).toEqual([
    String(values(xml, "//failure/@type").length),
  ]);
  expect(values(xml, "//failure/@type")).toEqual(["regression", "regression"]);
  // One suite has too few cases to tell; a critical case was unstable in the baseline.
  expect(values(xml, "//skipped/@message").join("\n")).toContain("zu wenig Fälle");
  expect(values(xml, "//system-out").join("\n")).toContain("jetzt: Antwort Text");
});

test.each([...hostileTexts, "\u001b[31mrot\u001b]0;x\u0007 ]]> </testcase>"])(
  "stays valid with %j in answers, names and titles",
  (text) => {
    const xml = renderJunit(gateFixture(text));
    validate(xml);
    const forbidden = Array.from(xml).filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return (code < 0x20 && ![9, 10, 13].includes(code)) || (code >= 0xd800 && code <= 0xdfff);
    });
    expect(forbidden).toEqual([]);
  },
);
