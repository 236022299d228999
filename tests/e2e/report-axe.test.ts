import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { languages } from "../../reports/languages.ts";
import type { Language } from "../../reports/language.ts";
import { fixtureNames } from "../helpers/findings-fixture.ts";
import { fullestPage } from "../helpers/fullest-page.ts";
import {
  closeBrowser,
  faultsOf,
  noBrowser,
  openPage,
  openReport,
  printedFirstPages,
  views,
  why,
} from "../helpers/report-page.ts";

afterAll(closeBrowser);

const reports = fixtureNames.flatMap((name) =>
  (Object.keys(languages) as Language[]).map((language) => ({ name, language })),
);

describe.skipIf(noBrowser)(`the report in Chromium${why}`, () => {
  describe.each(reports)("$name in $language", ({ name, language }) => {
    test("asks for nothing and runs nothing", async () => {
      const { page, requests, problems } = await openReport(name, language);
      await page.evaluate("document.fonts.ready");
      expect(await page.evaluate("document.fonts.check('16px \"Fira Sans\"')")).toBe(true);
      expect(requests).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });

    test.each(views)(
      "axe finds nothing: $width px, $scheme, $medium",
      async (view) => {
        const { page } = await openReport(name, language);
        expect(await faultsOf(page, view)).toEqual([]);
        await page.close();
      },
      60_000,
    );

    test("page 1 is one printed A4 page", async () => {
      const { page } = await openReport(name, language);
      expect(await printedFirstPages(page)).toBe(1);
      await page.close();
    });
  });

  test.each(["de", "en"] as const)(
    "the fullest page 1 (%s) is one printed A4 page: five models with long names, every part filled",
    async (language) => {
      const { page } = await openPage(fullestPage(language));
      expect(await printedFirstPages(page)).toBe(1);
      await page.close();
    },
  );

  test.each(["report.html", "report-en.html"])("so is page 1 of the sample %s", async (file) => {
    const { page } = await openPage(readFileSync(`docs/beispiele/${file}`, "utf8"));
    expect(await printedFirstPages(page)).toBe(1);
    await page.close();
  });
});
