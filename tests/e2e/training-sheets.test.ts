import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { examplesFolder } from "../../scripts/training/examples.ts";
import { makeCourse } from "../../scripts/training/make-course.ts";
import { startBrowser } from "../helpers/browser.ts";

const started = await startBrowser();
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const out = mkdtempSync(join(tmpdir(), "amtsprobe-kurs-"));

beforeAll(async () => {
  await makeCourse({
    folder: examplesFolder,
    isShipped: true,
    out,
    minutes: 90,
    role: "Führung",
    number: undefined,
    force: false,
  });
});
afterAll(async () => {
  rmSync(out, { recursive: true, force: true });
  if (started.status === "started") await started.browser.close();
});

const names = ["arbeitsblatt", "loesungen", "ablauf", "teilnahme", "nutzungsregeln"];

describe.skipIf(started.status === "absent")("papers of a course in Chromium", () => {
  async function open(name: string, width: number) {
    if (started.status === "absent") throw new Error(started.reason);
    const page = await started.browser.newPage();
    await page.setViewport({ width, height: 1000 });
    await page.setContent(readFileSync(join(out, `${name}.html`), "utf8"), { waitUntil: "load" });
    return page;
  }

  test.each(names.flatMap((name) => [320, 1280].map((width) => ({ name, width }))))(
    "$name at $width px breaks no rule of axe and does not scroll sideways",
    async ({ name, width }) => {
      const page = await open(name, width);
      await page.evaluate(axeSource);
      const { violations } = (await page.evaluate(
        "axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'] })",
      )) as AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
      expect(
        Number(await page.evaluate("document.documentElement.scrollWidth")),
      ).toBeLessThanOrEqual(width);
      await page.close();
    },
  );

  test("the rules of use fit one page of A4", async () => {
    const page = await open("nutzungsregeln", 794);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(/\/Count (\d+)/u.exec(pdf)?.[1]).toBe("1");
    await page.close();
  });
});
