import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "puppeteer-core";
import { renderHtml } from "../../reports/html.ts";
import type { Language } from "../../reports/language.ts";
import { startBrowser } from "./browser.ts";
import { findingsFixture, type FixtureName } from "./findings-fixture.ts";

const started = await startBrowser();
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** No browser on this machine: the tests are skipped, and say so in their name. */
export const noBrowser = started.status === "absent";
export const why = started.status === "absent" ? ` (${started.reason})` : "";

/** How the report is looked at: width in pixels, colour scheme, medium. */
export const views = [
  { width: 1280, scheme: "light", medium: "screen" },
  { width: 1280, scheme: "dark", medium: "screen" },
  { width: 320, scheme: "light", medium: "screen" },
  { width: 320, scheme: "dark", medium: "screen" },
  { width: 720, scheme: "dark", medium: "print" },
] as const;

const axeOptions: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"],
};

/** Pixels by which something sticks out of the page; the body is what the scroll bar leaves. */
const tooWide = "document.documentElement.scrollWidth - document.body.offsetWidth";

export async function closeBrowser(): Promise<void> {
  if (started.status === "started") await started.browser.close();
}

/** A page of the browser with nothing on it. */
export async function emptyPage(): Promise<Page> {
  if (started.status === "absent") throw new Error(started.reason);
  return started.browser.newPage();
}

/** Opens the report of a fixture. */
export async function openReport(name: FixtureName, language: Language = "de") {
  const { findings, cards } = findingsFixture(name);
  return openPage(renderHtml(findings, cards, { language }));
}

/** Opens a page and notes every request that is not the page itself or data inside it. */
export async function openPage(content: string) {
  const page = await emptyPage();
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

/** Sheets that page 1 takes in print. */
export async function printedFirstPages(page: Page): Promise<number> {
  await page.evaluate(
    "document.head.append(Object.assign(document.createElement('style'), { textContent: '.chapter + .chapter, .footer { display: none }' }))",
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const sheets = Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b(?!s)/gu);
  return sheets?.length ?? 0;
}

/** What is wrong with a page as somebody sees it: findings of axe, and pixels too wide. */
export async function faultsOf(page: Page, view: (typeof views)[number]): Promise<string[]> {
  await page.setViewport({ width: view.width, height: 900 });
  await page.emulateMediaType(view.medium);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
  const found = await violations(page);
  const wide = Number(await page.evaluate(tooWide));
  return wide > 0 ? [...found, `${wide} px too wide`] : found;
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
