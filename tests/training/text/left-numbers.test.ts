import { expect, test } from "vitest";
import { leftNumbers } from "../../../training/text/left-numbers.ts";

test.each([
  ["Einwohnermeldeamt, Vorgang MR-2026-3391\nAnfrage", ["MR-2026-3391"]],
  ["Az. 32-4/1187/26, Tel. 040 66969-320", ["32-4/1187/26"]],
  ["Az. JA-51/0412.", ["JA-51/0412"]],
  ["Kassenzeichen 5.0117.004482.3\nIch", ["5.0117.004482.3"]],
  ["2025 waren es 38, § 42 SGB VIII, 22 bis 6 Uhr, Akte [AZ_1]", []],
])("%s", (text, expected) => expect(leftNumbers(text)).toEqual(expected));
