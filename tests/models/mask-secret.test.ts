import { expect, test } from "vitest";
import { maskSecret } from "../../models/mask-secret.ts";

test.each([
  ["plain", "Schlüssel a/b+c ist falsch", "a/b+c"],
  ["twice", "a/b+c und a/b+c", "a/b+c"],
  ["in an address", "http://haus.test/?key=a%2Fb%2Bc", "a/b+c"],
  ["in JSON", String.raw`{"key":"a\"b"}`, 'a"b'],
])("hides a key: %s", (_, text, secret) => {
  const masked = maskSecret(text, secret);
  expect(masked).toContain("•••");
  expect(masked).not.toContain(secret);
  expect(masked).not.toContain(encodeURIComponent(secret));
});

test("without a key, a text stays as it is", () => {
  expect(maskSecret("unverändert", undefined)).toBe("unverändert");
  expect(maskSecret("unverändert", "")).toBe("unverändert");
});
