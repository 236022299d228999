import { afterAll, describe, expect, test } from "vitest";
import { closeBrowser, noBrowser, openReport, why } from "../helpers/report-page.ts";

afterAll(closeBrowser);

describe.skipIf(noBrowser)(`using the report in Chromium${why}`, () => {
  test("a walk with the Tab key reaches everything, in the order of the page, and shows where it is", async () => {
    const { page } = await openReport("quick");
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
    const { page } = await openReport("quick");
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
    const { page } = await openReport("quick");
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

  test.each([
    ["screen", false],
    ["print", true],
  ] as const)("the folded source text on %s: visible %s", async (medium, visible) => {
    const { page } = await openReport("quick");
    await page.emulateMediaType(medium);
    const folded = "document.querySelector('details .text').checkVisibility()";
    expect(await page.evaluate(folded)).toBe(visible);
    await page.close();
  });
});
