import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "puppeteer-core";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { cardSchema } from "../../core/card.ts";
import { findingsSchema } from "../../core/findings.ts";
import { reportDetailsSchema } from "../../core/report-details.ts";
import { anonymise } from "../../reports/anonymise.ts";
import { renderEnglish } from "../../reports/english.ts";
import { renderComparison } from "../../reports/comparison.ts";
import { renderHtml, renderReport } from "../../reports/html.ts";
import { comparisonFixture } from "../helpers/comparison-fixture.ts";
import { startBrowser } from "../helpers/browser.ts";
import { fullestPage } from "../helpers/fullest-page.ts";
import { findingsFixture, fixtureNames, type FixtureName } from "../helpers/findings-fixture.ts";

const started = await startBrowser();
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** How the report is looked at: width in pixels, colour scheme, medium. */
const views = [
  { width: 1280, scheme: "light", medium: "screen" },
  { width: 1280, scheme: "dark", medium: "screen" },
  { width: 320, scheme: "light", medium: "screen" },
  { width: 320, scheme: "dark", medium: "screen" },
  { width: 720, scheme: "dark", medium: "print" },
] as const;

const axeOptions: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"],
};

afterAll(async () => {
  if (started.status === "started") await started.browser.close();
});

/** Opens the report of a fixture. */
async function open(name: FixtureName) {
  const { findings, cards } = findingsFixture(name);
  return openPage(renderHtml(findings, cards));
}

/** Opens a page and notes every request that is not the page itself or data inside it. */
async function openPage(content: string) {
  if (started.status === "absent") throw new Error(started.reason);
  const page = await started.browser.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const inside = request.url().startsWith("data:");
    if (!inside) requests.push(request.url());
    void (inside ? request.continue() : request.abort());
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${String(error)}`));
  await page.setContent(content, { waitUntil: "load" });
  return { page, requests, problems };
}

/** Pages that are no report of a fixture. */
function otherPages(): Record<string, string> {
  const { findings, cards } = findingsFixture("quick");
  const [first] = cards;
  const many = Array.from({ length: 402 }, (_, at) => ({
    ...first,
    ...cards[at % cards.length],
    anchor: `fall-${at}`,
  }));
  const failures = many.map(({ anchor }, at) => ({
    ...findings.failures[at % findings.failures.length],
    anchor,
  }));
  const large = z.object({ findings: findingsSchema, cards: z.array(cardSchema) }).parse({
    findings: { ...findings, failures },
    cards: many,
  });
  const [, casePage] = [...renderReport(large.findings, large.cards)];
  const hidden = anonymise(findings, cards);
  const details = reportDetailsSchema.parse({
    agency: "Stadt Beispiel",
    signatures: [{ role: "Leitung" }],
    changes: [{ version: "1", date: "2026-11-29", text: "erste Fassung" }],
  });
  const [anonymous] = renderReport(hidden.findings, hidden.cards, { anonymous: true, details });
  const [english] = renderEnglish(findings, cards);
  const [comparison] = renderComparison([comparisonFixture()]);
  return {
    "a page beside the report": casePage?.content ?? "",
    "an anonymised report with signatures": anonymous?.content ?? "",
    "the English report": english?.content ?? "",
    "a comparison of runs": comparison?.content ?? "",
  };
}

/** Sheets that page 1 takes in print. */
async function printedFirstPages(page: Page): Promise<number> {
  await page.evaluate(
    "document.head.append(Object.assign(document.createElement('style'), { textContent: '.chapter + .chapter, .footer { display: none }' }))",
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const sheets = Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b(?!s)/gu);
  return sheets?.length ?? 0;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(axeOptions)})`,
  )) as AxeResults;
  return results.violations.flatMap((found) =>
    found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 120)}`),
  );
}

/** Pixels by which something sticks out of the page; the body is what the scroll bar leaves. */
const tooWide = "document.documentElement.scrollWidth - document.body.offsetWidth";

/** Said in the name of the tests where they are skipped. */
const why = started.status === "absent" ? ` (${started.reason})` : "";

describe.skipIf(started.status === "absent")(`the report in Chromium${why}`, () => {
  describe.each(fixtureNames)("%s", (name) => {
    test("asks for nothing and runs nothing", async () => {
      const { page, requests, problems } = await open(name);
      await page.evaluate("document.fonts.ready");
      expect(await page.evaluate("document.fonts.check('16px \"Fira Sans\"')")).toBe(true);
      expect(requests).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });

    test.each(views)(
      "axe finds nothing: $width px, $scheme, $medium",
      async (view) => {
        const { page } = await open(name);
        await page.setViewport({ width: view.width, height: 900 });
        await page.emulateMediaType(view.medium);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(tooWide)).toBeLessThanOrEqual(0);
        await page.close();
      },
      60_000,
    );

    test("page 1 is one printed A4 page", async () => {
      const { page } = await open(name);
      expect(await printedFirstPages(page)).toBe(1);
      await page.close();
    });
  });

  test("the fullest page 1 is one printed A4 page: five models with long names, every part filled", async () => {
    const { page } = await openPage(fullestPage());
    expect(await printedFirstPages(page)).toBe(1);
    await page.close();
  });

  test("so is page 1 of the sample report", async () => {
    const { page } = await openPage(readFileSync("docs/beispiele/bericht.html", "utf8"));
    expect(await printedFirstPages(page)).toBe(1);
    await page.close();
  });

  describe.each(Object.entries(otherPages()))("%s", (_, content) => {
    test.each(views)(
      "axe finds nothing: $width px, $scheme, $medium",
      async (view) => {
        const { page, requests, problems } = await openPage(content);
        await page.setViewport({ width: view.width, height: 900 });
        await page.emulateMediaType(view.medium);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(tooWide)).toBeLessThanOrEqual(0);
        expect([requests, problems]).toEqual([[], []]);
        await page.close();
      },
      60_000,
    );
  });

  test("a walk with the Tab key reaches everything, in the order of the page, and shows where it is", async () => {
    const { page } = await open("quick");
    await page.setViewport({ width: 1280, height: 900 });
    const wanted = await page.evaluate(
      "[...document.querySelectorAll('a[href], summary, select, button, [tabindex=\"0\"]')].filter((one) => one.checkVisibility()).length",
    );
    const seen = `(() => {
      const all = [...document.querySelectorAll('*')];
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { place: all.indexOf(document.activeElement), outline: outlineStyle !== 'none' && outlineWidth !== '0px' };
    })()`;
    const stops: { place: number; outline: boolean }[] = [];
    for (let stop = 0; stop < Number(wanted); stop += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.keyboard.press("Tab");
      // oxlint-disable-next-line no-await-in-loop -- as above
      stops.push((await page.evaluate(seen)) as { place: number; outline: boolean });
    }
    const places = stops.map(({ place }) => place);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(Number(wanted));
    expect(stops.filter(({ outline }) => !outline)).toEqual([]);
    await page.close();
  }, 60_000);

  test("text spacing and 200 % zoom cut nothing off", async () => {
    const { page } = await open("quick");
    // 1280 px at 200 % are 640 px; the spacing is that of WCAG 1.4.12.
    await page.setViewport({ width: 640, height: 450 });
    await page.addStyleTag({
      content:
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    });
    const cut =
      "[...document.querySelectorAll('main p, main li, main h2, main h3, main dd, .filter label')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible').length";
    expect(await page.evaluate(cut)).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(640);
    await page.close();
  });

  test("in forced colours marks, badges and differences do not depend on colour", async () => {
    const { page } = await open("quick");
    const client = await page.createCDPSession();
    await client.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    expect(await page.evaluate("matchMedia('(forced-colors: active)').matches")).toBe(true);
    const style = (selector: string, name: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${name}`);
    expect(await style("mark", "borderBottomStyle")).toBe("solid");
    expect(await style(".only", "textDecorationLine")).toContain("underline");
    expect(await style(".kern-badge .kern-label", "display")).not.toBe("none");
    await page.close();
  });

  describe("the filter of the catalogue", () => {
    const shown = "document.querySelectorAll('.failure:not([hidden])').length";
    const status = "document.querySelector('.filter__status').textContent";

    test("narrows, orders, announces and comes back, by keyboard alone", async () => {
      const { page, problems } = await open("quick");
      const all = await page.evaluate(shown);
      await page.focus("#filter-befund");
      await page.keyboard.press("ArrowDown");
      const some = await page.evaluate(shown);
      expect(some).toBeLessThan(Number(all));
      expect(await page.evaluate(status)).toBe(`Treffer: ${String(some)} von ${String(all)}`);
      expect(
        await page.evaluate(
          "[...document.querySelectorAll('.case')].every((one) => one.hidden || one.querySelector('.failure:not([hidden])') !== null)",
        ),
      ).toBe(true);
      await page.select("#reihenfolge", "fall");
      await page.focus(".filter__reset");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(shown)).toBe(all);
      expect(await page.evaluate("document.querySelector('#reihenfolge').value")).toBe("bericht");
      expect(problems).toEqual([]);
      await page.close();
    });

    test("says in English what it found in the English report", async () => {
      const { findings, cards } = findingsFixture("quick");
      const [english] = renderEnglish(findings, cards);
      const { page, problems } = await openPage(english?.content ?? "");
      await page.select("#filter-befund", "leak");
      expect(await page.evaluate(status)).toBe(
        `Hits: ${String(await page.evaluate(shown))} of ${cards.length}`,
      );
      expect(problems).toEqual([]);
      await page.close();
    });

    test("orders cases by name and gives the order of the report back", async () => {
      const { page } = await open("quick");
      const names = "[...document.querySelector('.cases').children].map((one) => one.dataset.fall)";
      const before = (await page.evaluate(names)) as string[];
      await page.select("#reihenfolge", "fall");
      const collator = new Intl.Collator("de", { numeric: true });
      expect(await page.evaluate(names)).toEqual(before.toSorted(collator.compare));
      await page.select("#reihenfolge", "bericht");
      expect(await page.evaluate(names)).toEqual(before);
      await page.close();
    });

    test("a link to a card that is filtered away shows it", async () => {
      const { page } = await open("quick");
      await page.select("#filter-befund", "leak");
      const hidden = String(await page.evaluate("document.querySelector('.failure[hidden]').id"));
      await page.evaluate(`location.hash = '#${hidden}'`);
      await page.waitForFunction(`!document.getElementById('${hidden}').closest('[hidden]')`);
      await page.close();
    });

    test("without script every card is there and no control", async () => {
      if (started.status === "absent") throw new Error(started.reason);
      const { findings, cards } = findingsFixture("quick");
      const page = await started.browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.setContent(renderHtml(findings, cards), { waitUntil: "load" });
      expect(await page.evaluate("document.querySelector('.filter').checkVisibility()")).toBe(
        false,
      );
      expect(await page.evaluate(shown)).toBe(cards.length);
      await page.close();
    });
  });

  test.each([
    ["screen", false],
    ["print", true],
  ] as const)("the folded source text on %s: visible %s", async (medium, visible) => {
    const { page } = await open("quick");
    await page.emulateMediaType(medium);
    const folded = "document.querySelector('details .text').checkVisibility()";
    expect(await page.evaluate(folded)).toBe(visible);
    await page.close();
  });
});
