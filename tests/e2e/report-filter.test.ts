import { afterAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../reports/html.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";
import { closeBrowser, emptyPage, noBrowser, openReport, why } from "../helpers/report-page.ts";

afterAll(closeBrowser);

describe.skipIf(noBrowser)(`the filter of the catalogue in Chromium${why}`, () => {
  const shown = "document.querySelectorAll('.failure:not([hidden])').length";
  const status = "document.querySelector('.filter__status').textContent";

  test("narrows, orders, announces and comes back, by keyboard alone", async () => {
    const { page, problems } = await openReport("quick");
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
    const { cards } = findingsFixture("quick");
    const { page, problems } = await openReport("quick", "en");
    await page.select("#filter-befund", "leak");
    expect(await page.evaluate(status)).toBe(
      `Hits: ${String(await page.evaluate(shown))} of ${cards.length}`,
    );
    expect(problems).toEqual([]);
    await page.close();
  });

  test("orders cases by name and gives the order of the report back", async () => {
    const { page } = await openReport("quick");
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
    const { page } = await openReport("quick");
    await page.select("#filter-befund", "leak");
    const hidden = String(await page.evaluate("document.querySelector('.failure[hidden]').id"));
    await page.evaluate(`location.hash = '#${hidden}'`);
    await page.waitForFunction(`!document.getElementById('${hidden}').closest('[hidden]')`);
    await page.close();
  });

  test("without script every card is there and no control", async () => {
    const { findings, cards } = findingsFixture("quick");
    const page = await emptyPage();
    await page.setJavaScriptEnabled(false);
    await page.setContent(renderHtml(findings, cards), { waitUntil: "load" });
    expect(await page.evaluate("document.querySelector('.filter').checkVisibility()")).toBe(false);
    expect(await page.evaluate(shown)).toBe(cards.length);
    await page.close();
  });
});
