import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixtureNames } from "../helpers/findings-fixture.ts";
import { renderFixture, withoutStyle } from "../helpers/report-text.ts";

const filterScript = readFileSync("reports/script/filter.js", "utf8");
const basicPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

describe("renderHtml", () => {
  test.each(fixtureNames)("%s looks as before", async (name) => {
    const golden = `../golden/reports/${name}.html`;
    await expect(withoutStyle(renderFixture(name))).toMatchFileSnapshot(golden);
  });

  test.each(fixtureNames)("%s: same input, same bytes", (name) => {
    expect(renderFixture(name)).toBe(renderFixture(name));
  });

  test.each(fixtureNames)("%s needs no network; its only script is named by the policy", (name) => {
    const page = renderFixture(name);
    const scripts = [...page.matchAll(/<script\b[^>]*>(.*?)<\/script>/gsu)].map(
      (match) => match[1],
    );
    const hash = createHash("sha256").update(filterScript).digest("base64");
    expect(scripts).toEqual(scripts.length === 0 ? [] : [filterScript]);
    const policy = scripts.length === 0 ? "" : `; script-src 'sha256-${hash}'`;
    expect(page).toContain(`content="${basicPolicy}${policy}"`);
    expect(page).not.toMatch(/<(?:img|iframe|link|object|embed|base)\b/iu);
    expect(withoutStyle(page)).not.toMatch(/<[^>]*\s(?:on\w+|src|style|action)\s*=/iu);
    const links = [...page.matchAll(/href="([^"]*)"/gu)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !link.startsWith("#"))).toEqual([]);
    const addresses = withoutStyle(page).match(/https?:\/\/[^\s<"]+/gu) ?? [];
    const expected =
      name === "indistinguishable" ? ["http://127.0.0.1:8080/v1", "https://ki.example/v1"] : [];
    expect([...new Set(addresses)].toSorted()).toEqual(expected);
    const style = /<style>(.*)<\/style>/su.exec(page)?.[1] ?? "";
    expect(new Set(style.match(/https?:\/\/[^\s'")]+/gu))).toEqual(
      new Set(["https://gitlab.opencode.de/kern-ux/kern-ux-plain", "http://www.w3.org/2000/svg"]),
    );
  });

  test.each(fixtureNames)("%s: every link has its target, every target is there once", (name) => {
    const page = renderFixture(name);
    const ids = [...page.matchAll(/\sid="([^"]*)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/gu)) expect(ids).toContain(target);
  });
});
