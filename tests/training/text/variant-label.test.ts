import { expect, test } from "vitest";
import { variantLabel } from "../../../training/text/variant-label.ts";

test.each([
  ["trained", "nach Schulung"],
  ["untrained-kurz", "ohne Schulung, kurz"],
  ["hausprompt", "„hausprompt“"],
  ["toString", "„toString“"],
])("%s reads %s", (variant, label) => expect(variantLabel(variant)).toBe(label));
