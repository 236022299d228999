import { readFile, writeFile } from "node:fs/promises";
import { PurgeCSS } from "purgecss";

/**
 * Builds `reports/assets/kern.css`: the rules of KERN UX that the report uses, and the two weights
 * of Fira Sans inside the file, so that a report needs no network. The result is committed; a test
 * builds it again and compares. Run: `tsx scripts/build-report-style.ts`.
 */
export async function buildReportStyle(): Promise<string> {
  const classes = JSON.parse(await readText("reports/style/kern-classes.json")) as string[];
  const own = await Promise.all(ownStyles.map(readText));
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: markupWith(classes), extension: "html" }],
    css: [
      { raw: await readText(`${kern}/dist/kern.min.css`), name: "kern" },
      // Only so that the variables of KERN that our own styles use are kept.
      { raw: own.join("\n"), name: "own" },
    ],
    variables: true,
    safelist: { variables: usedVariables(own.join("\n")) },
  });
  if (purged === undefined) throw new Error("PurgeCSS returned no style sheet.");
  const fonts = await Promise.all(weights.map(fontFace));
  return [notice, ...fonts, purged.css.replace('@charset "UTF-8";', "").trim(), ""].join("\n");
}

/** Where the built style sheet and the licence text of its font lie. */
export const styleFile = "reports/assets/kern.css";
export const fontLicenceFile = "reports/assets/OFL.txt";

const kern = "node_modules/@kern-ux/native";
const fira = "node_modules/@fontsource/fira-sans";
const weights = [400, 600];
const ownStyles = ["report", "chart", "print"].map((name) => `reports/style/${name}.css`);

const notice = `/*! KERN UX-Standard (@kern-ux/native 2.7.2), EUPL-1.2, https://gitlab.opencode.de/kern-ux/kern-ux-plain – reduziert */
/*! Fira Sans 400 und 600, latin (@fontsource/fira-sans 5.3.0), SIL Open Font License 1.1, Text in OFL.txt */`;

/** The elements the report is made of, and its KERN classes: what PurgeCSS has to keep. */
function markupWith(classes: readonly string[]): string {
  const elements =
    "html body main section article p a ul ol li table caption thead tbody tr th td svg summary details h1 h2 h3 h4 h5 strong mark code i";
  const tags = elements.split(" ").map((name) => `<${name} open tabindex="0" href="#"></${name}>`);
  return `${tags.join("")}<div class="${classes.join(" ")}"></div>`;
}

function usedVariables(css: string): string[] {
  return [...new Set(css.match(/--kern-[\w-]+/gu))];
}

async function fontFace(weight: number): Promise<string> {
  const font = await readFile(`${fira}/files/fira-sans-latin-${weight}-normal.woff2`);
  return `@font-face{font-family:"Fira Sans";font-style:normal;font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")}`;
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8");
}

if (import.meta.main) {
  await writeFile(styleFile, await buildReportStyle());
  await writeFile(fontLicenceFile, await readText(`${fira}/LICENSE`));
}
