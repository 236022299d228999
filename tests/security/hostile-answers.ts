import { strFromU8, unzipSync } from "fflate";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseGift } from "gift-pegjs";
import { HtmlValidate } from "html-validate";
import { XmlDocument } from "libxml2-wasm";
import mammoth from "mammoth";
import type { Card } from "../../core/card.ts";
import type { Findings } from "../../core/findings.ts";
import { renderCsv } from "../../reports/csv.ts";
import { renderReport } from "../../reports/html.ts";
import { renderJunit } from "../../reports/junit.ts";
import { renderMarkdown } from "../../reports/markdown.ts";
import { exerciseSchema, type Exercise } from "../../training/exercise.ts";
import { renderAll } from "../../training/render-all.ts";
import { findingsFixture } from "../helpers/findings-fixture.ts";
import { gateFixture } from "../helpers/gate-fixture.ts";
import { hostileText, sampleExercises } from "../helpers/sample-exercises.ts";

/** What one renderer made of one text: nothing wrong, or what. */
export type Flaws = readonly string[];

/** Controls and signs of direction that no file may hold. */
const invisible = /(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

const validator = new HtmlValidate({
  extends: ["html-validate:document"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

const options = { title: "Probe", style: "", sheetStyle: "" };

/** Each renderer with a reader that shares no code with it. */
export const renderers: Readonly<Record<string, (text: string) => Promise<Flaws>>> = {
  HTML: async (text) => {
    const pages = [...renderReport(...reportWith(text))];
    return (await Promise.all(pages.map(async ({ content }) => pageFlaws(content)))).flat();
  },
  CSV: async (text) =>
    [...renderCsv(...reportWith(text))].flatMap(({ content }) => cellFlaws(content)),
  Markdown: async (text) =>
    [...renderMarkdown(...reportWith(text))].flatMap(({ content }) => markdownFlaws(content)),
  JUnit: async (text) => xmlFlaws(renderJunit(gateFixture(text))),
  DOCX: async (text) => {
    const files = await renderAll(exercisesWith(text), options);
    const flaws = ["arbeitsblatt.docx", "loesungen.docx"].map(async (name) => {
      const bytes = files[name] ?? new Uint8Array();
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      const parts = Object.entries(unzipSync(bytes)).filter(([part]) =>
        /\.(?:xml|rels)$/u.test(part),
      );
      const links = parts.filter(([, part]) => /TargetMode="External"/u.test(strFromU8(part)));
      return [
        ...(value.length > 100 ? [] : ["mammoth liest keinen Text"]),
        ...links.map(([part]) => `${part} zeigt nach draußen`),
        ...parts.flatMap(([, part]) => xmlFlaws(strFromU8(part))),
      ];
    });
    return (await Promise.all(flaws)).flat();
  },
  "Moodle-XML": async (text) => fileFlaws(text, "moodle.xml", xmlFlaws),
  GIFT: async (text) => fileFlaws(text, "moodle.gift", giftFlaws),
  SCORM: async (text) => {
    const files = await renderAll(exercisesWith(text), options);
    const parts = Object.entries(unzipSync(files["scorm.zip"] ?? new Uint8Array()));
    return parts.flatMap(([name, bytes]) => [
      ...(/^[\w./-]+$/u.test(name) && !name.includes("..") ? [] : [`Dateiname ${name}`]),
      ...(name.endsWith(".xml") ? xmlFlaws(strFromU8(bytes)) : []),
      ...(name.endsWith(".html") ? tagFlaws(strFromU8(bytes), "scorm") : []),
    ]);
  },
  Arbeitsblatt: async (text) =>
    fileFlaws(text, "arbeitsblatt.html", (page) => tagFlaws(page, "blatt")),
  Lösungsblatt: async (text) =>
    fileFlaws(text, "loesungen.html", (page) => tagFlaws(page, "blatt")),
  "Markdown der Übungen": async (text) => fileFlaws(text, "aufgaben.md", markdownFlaws),
};

async function fileFlaws(
  text: string,
  name: string,
  look: (content: string) => Flaws,
): Promise<Flaws> {
  const files = await renderAll(exercisesWith(text), options);
  return look(strFromU8(files[name] ?? new Uint8Array()));
}

/** A report in which the text stands wherever a text from outside can stand. */
function reportWith(text: string): [Findings, Card[]] {
  const { findings, cards } = findingsFixture("quick");
  return [
    {
      ...findings,
      run: { ...findings.run, title: text },
      models: findings.models.map((one) => ({ ...one, name: text, revision: text, place: text })),
      failures: findings.failures.map((row) => ({ ...row, reason: text })),
    },
    cards.map((card) => ({
      ...card,
      question: text,
      text,
      reference: text,
      answer: text,
      reasons: [{ grader: "facts", reason: text }],
      others: card.others.map((other) => ({ ...other, excerpt: text, length: text.length })),
    })),
  ];
}

/** The exercises of the other tests, with this text in place of theirs. */
function exercisesWith(text: string): Exercise[] {
  const json = JSON.stringify(sampleExercises());
  const inside = (value: string) => JSON.stringify(value).slice(1, -1);
  const all = JSON.parse(json.replaceAll(inside(hostileText), () => inside(text))) as unknown[];
  return all.map((one) => exerciseSchema.parse(one));
}

async function pageFlaws(page: string): Promise<Flaws> {
  const { results } = await validator.validateString(page);
  const messages = results.flatMap((result) => result.messages.map(({ message }) => message));
  return [...messages, ...tagFlaws(page, "report")];
}

const ownTags = new Map<string, ReadonlySet<string>>();

/** Elements and handlers that a harmless text does not bring; the first page of a kind is harmless. */
function tagFlaws(page: string, kind: string): Flaws {
  const plain = page.replaceAll(/<(?:script|style)\b[^>]*>[\s\S]*?<\/(?:script|style)>/gu, "");
  const tags = new Set([...plain.matchAll(/<([a-z][\w-]*)/giu)].map(([, name = ""]) => name));
  const own = ownTags.get(kind) ?? new Set();
  if (!ownTags.has(kind) || isCalibrating) ownTags.set(kind, new Set([...own, ...tags]));
  const strays = isCalibrating ? [] : [...tags].filter((name) => !own.has(name));
  return [
    ...strays.map((name) => `fremdes Element <${name}>`),
    ...(/<[^>"]*\son\w+=/iu.test(plain) ? ["fremder Handler"] : []),
    ...(/(?:href|src)="(?:javascript|data:text)/iu.test(plain) ? ["fremde Adresse"] : []),
    ...(invisible.test(plain) ? ["Steuerzeichen"] : []),
  ];
}

let isCalibrating = false;
let ownCategories = 0;

/** Shows the renderers a harmless text, to learn which elements are theirs. */
export async function calibrate(): Promise<void> {
  isCalibrating = true;
  for (const render of Object.values(renderers)) await render("Ein harmloser Satz.");
  isCalibrating = false;
}

function cellFlaws(content: string): Flaws {
  const rows = parseCsv(content, { delimiter: ";", bom: true });
  const cells = rows.flat();
  return [
    ...cells
      .filter((cell) => /^[=+@\t\r]|^-(?![\d,. ]*$)/u.test(cell))
      .map((cell) => `Formel ${cell}`),
    ...(invisible.test(content.replace(/^\uFEFF/u, "")) ? ["Steuerzeichen"] : []),
  ];
}

function markdownFlaws(whole: string): Flaws {
  // In a fence Markdown reads nothing; it is longer than any run of backticks in it.
  const content = whole.replaceAll(/^(?<fence>`{3,})\w*\n[\s\S]*?\n\k<fence>$/gmu, "");
  return [
    ...(/(?<!\\)<(?:script|img|svg|a|iframe|style)\b/iu.test(content) ? ["HTML in Markdown"] : []),
    ...(/(?<!\\)\]\((?:javascript|data):/iu.test(content) ? ["Verweis, der Code ausführt"] : []),
    ...(/(?<!\\)!\[[^\]]*\]\(https?:/iu.test(content) ? ["Bild aus dem Netz"] : []),
    ...(invisible.test(whole) ? ["Steuerzeichen"] : []),
  ];
}

function xmlFlaws(xml: string): Flaws {
  try {
    using document = XmlDocument.fromString(xml);
    return document.find("//x").length > 0 || xml.includes("<!ENTITY") ? ["fremdes Element"] : [];
  } catch (cause) {
    return [`kein XML: ${String(cause).slice(0, 80)}`];
  }
}

function giftFlaws(content: string): Flaws {
  try {
    const questions = parseGift(content);
    const strays = questions.filter(({ type }) => type === "Category").length;
    if (isCalibrating) ownCategories = strays;
    return strays > ownCategories ? ["fremde Kategorie"] : [];
  } catch (cause) {
    return [`kein GIFT: ${String(cause).slice(0, 80)}`];
  }
}
