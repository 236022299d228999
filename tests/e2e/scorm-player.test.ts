import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame } from "puppeteer-core";
import { afterAll, describe, expect, test } from "vitest";
import { styleSheet } from "../../reports/html/style-sheet.ts";
import { renderScorm } from "../../training/formats/scorm.ts";
import { startBrowser } from "../helpers/browser.ts";
import { sampleExercises } from "../helpers/sample-exercises.ts";
import { openPlatform, type Platform } from "../helpers/scorm-platform.ts";

const started = await startBrowser();
const exercises = sampleExercises();
const sheetStyle = readFileSync(new URL("../../training/style/sheet.css", import.meta.url), "utf8");
const zip = renderScorm(exercises, { title: "Übungen", style: `${styleSheet}\n${sheetStyle}` });
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

afterAll(async () => {
  if (started.status === "started") await started.browser.close();
});

async function open(session: { state?: string; width?: number } = {}): Promise<Platform> {
  if (started.status === "absent") throw new Error(started.reason);
  return openPlatform(started.browser, zip, session);
}

async function press(course: Frame, text: string): Promise<void> {
  await course.evaluate(
    `[...document.querySelectorAll("button")].find((one) => one.textContent === ${JSON.stringify(text)})?.click()`,
  );
}

/** Ticks the options with these numbers and has them judged. */
async function tick(course: Frame, places: readonly number[]): Promise<string> {
  for (const place of places) {
    // A click by mouse can miss an option that still moves while the machine is busy.
    await course.$eval(`input[value="${place}"]`, (option) => option.click());
  }
  return judge(course);
}

async function judge(course: Frame): Promise<string> {
  await press(course, "Antwort prüfen");
  return course.$eval(".player__note", (note) => note.textContent ?? "");
}

async function next(course: Frame): Promise<void> {
  await press(course, "Nächste Aufgabe");
}

describe.skipIf(started.status === "absent")(
  "SCORM 1.2, played in Chromium against scorm-again",
  () => {
    test("reports answers, points and status, and ends once", async () => {
      const { page, course, kept, problems } = await open();
      expect(await kept("cmi.core.lesson_status")).toBe("incomplete");
      expect(await tick(course, [0])).toContain("Richtig");
      await next(course);
      expect(await tick(course, [0, 3])).toContain("Nicht richtig");
      await next(course);
      const right = await course.evaluate(() => {
        const { pairs } = (
          globalThis as unknown as { uebungen: { task: { pairs: { right: number }[] } }[] }
        ).uebungen[2]?.task ?? { pairs: [] };
        return pairs.map((pair) => pair.right);
      });
      for (const [place, side] of right.entries())
        await course.select(`#paar-${place}`, String(side));
      expect(await judge(course)).toContain("Richtig");
      await next(course);
      expect(await judge(course)).toContain("Bearbeitet");
      await next(course);
      expect(await tick(course, [1])).toContain("Richtig");
      await press(course, "Zum Ergebnis");
      expect(await course.$eval("main", (main) => main.textContent)).toContain(
        "75 von 100 Punkten",
      );
      expect(await kept("cmi.core.score.raw")).toBe("75");
      expect(await kept("cmi.core.lesson_status")).toBe("passed");
      const types = await Promise.all(
        [0, 1, 2, 3, 4].map(async (at) => kept(`cmi.interactions.${at}.type`)),
      );
      expect(types).toEqual(["choice", "choice", "matching", "performance", "true-false"]);
      const results = await Promise.all(
        [0, 1, 2, 3, 4].map(async (at) => kept(`cmi.interactions.${at}.result`)),
      );
      expect(results).toEqual(["correct", "wrong", "correct", "neutral", "correct"]);
      expect(await kept("cmi.interactions.1.student_response")).toBe("a,d");
      expect(await kept("cmi.core.session_time")).toMatch(/^\d{2,4}:\d\d:\d\d$/u);
      expect(problems).toEqual([]);
      await page.close();
    });

    test("takes up where somebody stopped", async () => {
      const first = await open();
      await tick(first.course, [0]);
      await next(first.course);
      const state = await first.state();
      await first.page.close();
      const second = await open({ state });
      expect(await second.course.$eval("h2", (heading) => heading.textContent)).toContain(
        "Aufgabe 2",
      );
      expect(await second.course.$eval("#stand", (status) => status.textContent)).toContain(
        "1 von 5",
      );
      expect(await second.kept("cmi.core.lesson_status")).toBe("incomplete");
      await second.page.close();
    });

    test("an empty answer is not judged; texts stay texts", async () => {
      const { page, course, kept, problems } = await open();
      expect(await judge(course)).toBe("Bitte antworten Sie zuerst.");
      expect(await kept("cmi.interactions.0")).toBe("undefined");
      expect(await course.$$eval("main script", (scripts) => scripts.length)).toBe(0);
      expect(await course.$eval(".block__text", (block) => block.textContent)).toContain(
        "<script>alert(1)</script>",
      );
      expect(problems).toEqual([]);
      await page.close();
    });

    test("fits a phone of 390 px and is accessible by the rules of axe", async () => {
      const { page, course } = await open({ width: 390 });
      for (let at = 0; at < exercises.length; at += 1) {
        await course.evaluate(axeSource);
        const width = Number(await course.evaluate("document.documentElement.scrollWidth"));
        expect(width).toBeLessThanOrEqual(390);
        const { violations } = (await course.evaluate(
          "axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'] })",
        )) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
        if (at === 2) for (const place of [0, 1]) await course.select(`#paar-${place}`, "0");
        else if (at !== 3) await course.click("input");
        await judge(course);
        await next(course);
      }
      await page.close();
    });
  },
);
