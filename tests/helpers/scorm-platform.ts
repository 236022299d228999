import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unzipSync } from "fflate";
import type { Browser, Frame, Page } from "puppeteer-core";

const runtime = readFileSync(
  createRequire(import.meta.url).resolve("scorm-again/scorm12/min"),
  "utf8",
);

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** A learning platform with one package in a frame, played by scorm-again. Nothing goes to a network. */
export interface Platform {
  readonly page: Page;
  readonly course: Frame;
  /** A value of the data model as the platform keeps it. */
  readonly kept: (name: string) => Promise<string>;
  /** Everything that is kept, for a later session. */
  readonly state: () => Promise<string>;
  /** Requests that nobody answered, dialogs and errors. */
  readonly problems: string[];
}

/** `state` is what an earlier session left; `width` in pixels makes it a phone. */
interface Session {
  readonly state?: string;
  readonly width?: number;
}

/** Opens a package as a learner would. */
export async function openPlatform(
  browser: Browser,
  zip: Uint8Array,
  { state, width }: Session = {},
): Promise<Platform> {
  const files = unzipSync(zip);
  const page = await browser.newPage();
  const problems: string[] = [];
  if (width !== undefined) await page.setViewport({ width, height: 844, isMobile: true });
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = new URL(request.url());
    const name = url.pathname.replace("/kurs/", "");
    const content = files[name];
    if (request.url().startsWith("data:")) void request.continue();
    else if (url.pathname === "/")
      void request.respond({ contentType: types["html"] ?? "", body: shell(state) });
    else if (content === undefined) {
      if (name !== "/favicon.ico") problems.push(`unanswered: ${request.url()}`);
      void request.respond({ status: 404, body: "" });
    } else {
      const type = types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
      void request.respond({ contentType: type, body: Buffer.from(content) });
    }
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto("http://lernplattform.test/", { waitUntil: "load" });
  const handle = await page.waitForSelector("iframe");
  const course = await handle?.contentFrame();
  if (course === null || course === undefined) throw new Error("no frame");
  await course.waitForSelector("h2");
  return {
    page,
    course,
    problems,
    kept: async (name) => String(await page.evaluate(`window.read(${JSON.stringify(name)})`)),
    state: async () => String(await page.evaluate("JSON.stringify(window.API.cmi.toJSON())")),
  };
}

function shell(state: string | undefined): string {
  const load =
    state === undefined
      ? ""
      : `window.API.loadFromJSON(${state.replaceAll("<", "\\u003c")}, "cmi");`;
  return `<!DOCTYPE html><html lang="de"><head><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plattform</title><style>body{margin:0}iframe{border:0;width:100%;height:100vh}</style></head><body>
<script>${runtime}</script>
<script>
window.API = new window.Scorm12API({ autocommit: false, logLevel: 5 });
${load}
window.read = (name) => name.replace("cmi.", "").split(".").reduce((holder, key) => holder?.[key], JSON.parse(JSON.stringify(window.API.cmi)));
</script>
<iframe src="/kurs/index.html" title="Kurs"></iframe></body></html>`;
}
