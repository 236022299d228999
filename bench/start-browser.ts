import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import puppeteer, { type Browser } from "puppeteer-core";

/** A browser, or the reason why there is none here. */
export type BrowserStart =
  | { readonly status: "started"; readonly browser: Browser }
  | { readonly status: "absent"; readonly reason: string };

/**
 * Starts headless Chromium once per test file: the system's own where there is one, else the binary
 * that the npm package `@sparticuz/chromium` brings along (Linux on x64).
 */
export async function startBrowser(): Promise<BrowserStart> {
  const own = systemPaths.find((path) => existsSync(path));
  if (own === undefined && (process.platform !== "linux" || process.arch !== "x64")) {
    return { status: "absent", reason: `no Chromium for ${process.platform} on ${process.arch}` };
  }
  try {
    const executablePath = own ?? (await chromium.executablePath());
    const browser = await puppeteer.launch({ executablePath, headless: "shell", args: quiet });
    return { status: "started", browser };
  } catch (error) {
    return { status: "absent", reason: `Chromium did not start: ${String(error)}` };
  }
}

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Nothing of the browser itself goes out to the network. */
const quiet = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  "--font-render-hinting=none",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
];
