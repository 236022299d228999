import { expect, test } from "vitest";
import { replacedValues, withPlaceholders } from "../../../training/text/placeholders.ts";

const text =
  "Herr Rieke fragt nach Selin Aydoğan.\nAkte WG-2041: Selin Aydoğan, geb. 02.11.1991.\n";
const hidden = "[NAME_1] fragt nach [NAME_2].\nAkte [AZ_1]: [NAME_2], geb. [GEBURTSDATUM_1].\n";

test("what placeholders stand for is read off the original", () => {
  expect(replacedValues(text, hidden)).toEqual([
    { placeholder: "[NAME_1]", value: "Herr Rieke" },
    { placeholder: "[NAME_2]", value: "Selin Aydoğan" },
    { placeholder: "[AZ_1]", value: "WG-2041" },
    { placeholder: "[GEBURTSDATUM_1]", value: "02.11.1991" },
  ]);
});

test.each([
  ["another text", "Ganz anders.", hidden],
  ["a passage over lines", "A\nB", "[NAME_1]"],
  ["nothing behind the placeholder", "Herr ", "Herr [NAME_1]"],
])("%s: no guess", (_, original, pseudonymised) => {
  expect(replacedValues(original, pseudonymised)).toBeUndefined();
});

test("a model answer names nobody whom the reader cannot know", () => {
  const replaced = replacedValues(text, hidden) ?? [];
  expect(withPlaceholders("Guten Tag Herr Rieke, Frau Aydoğan fragt.", replaced)).toBe(
    "Guten Tag [NAME_1], [NAME_2] fragt.",
  );
  expect(withPlaceholders("Selin hat gefragt.", replaced)).toBeUndefined();
});
