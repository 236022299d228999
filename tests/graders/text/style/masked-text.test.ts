import { expect, test } from "vitest";
import { withoutAddresses, withoutQuotations } from "../../../../graders/text/style/masked-text.ts";

test("blanks out addresses and placeholders and keeps offsets", () => {
  const text = "Siehe https://amt.example/a(b) oder post@amt.example, [NAME_1].";
  const masked = withoutAddresses(text);
  expect(masked).toHaveLength(text.length);
  expect(masked.replaceAll(/ +/gu, " ")).toBe("Siehe oder , .");
});

test("blanks out quotations, but not a text that is one", () => {
  expect(withoutQuotations("Er ruft „nein“ und geht.")).toBe("Er ruft        und geht.");
  expect(withoutQuotations("„Der Antrag wird geprüft.“")).toBe("„Der Antrag wird geprüft.“");
});
