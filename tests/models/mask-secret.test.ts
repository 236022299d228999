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

const odd = String.raw`ge/heim+4711"<&>'\=`;

test.each([
  ["Basic", (key: string) => Buffer.from(`nutzer:${key}`).toString("base64")],
  ["in the middle of Base64", (key: string) => Buffer.from(`ab${key}cde`).toString("base64")],
  ["at the start of Base64url", (key: string) => Buffer.from(`${key}x`).toString("base64url")],
  ["hexadecimal", (key: string) => Buffer.from(key).toString("hex")],
  ["percent signs, small", (key: string) => encodeURIComponent(key).toLowerCase()],
  ["JSON with escaped slashes", (key: string) => JSON.stringify(key).replaceAll("/", "\\/")],
  [
    "HTML",
    (key: string) =>
      key
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;"),
  ],
  ["broken off", (key: string) => key.slice(0, -1)],
])("hides a key that comes back as %s", (_, encode) => {
  for (const key of ["sk-proj-0123456789abcdef", odd]) {
    const said = `Meldung: ${encode(key)} und Schluss`;
    const masked = maskSecret(said, key);
    expect(masked).toMatch(/^Meldung: .{0,14}•••.{0,10} und Schluss$/u);
    expect(masked).not.toContain(key.slice(0, Math.max(12, Math.ceil(key.length / 2))));
  }
});

test("a beginning that many keys share is no secret", () => {
  expect(maskSecret("Schlüssel sk-proj-… fehlt", "sk-proj-0123456789abcdef")).toBe(
    "Schlüssel sk-proj-… fehlt",
  );
});

test("without a key, a text stays as it is", () => {
  expect(maskSecret("unverändert", undefined)).toBe("unverändert");
  expect(maskSecret("unverändert", "")).toBe("unverändert");
});
