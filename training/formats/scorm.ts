import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import type { Exercise } from "../exercise.ts";
import { shuffled } from "../text/shuffle.ts";
import { fixedZip } from "./fixed-zip.ts";
import { originLine } from "./learning-html.ts";
import { escapeMarkup } from "../text/escape-markup.ts";

/** From this share of points (percent) the package is passed. */
const masteryScore = 70;

/** What a package is made of besides the exercises. */
export interface ScormPackage {
  readonly title: string;
  /** All style sheets. */
  readonly style: string;
}

/**
 * All exercises as a SCORM 1.2 package: one page that needs the platform's `API` and nothing else. It
 * reports points, status and every answer, and takes up where somebody stopped. The same exercises give
 * the same bytes.
 */
export function renderScorm(
  exercises: readonly Exercise[],
  { title, style }: ScormPackage,
): Uint8Array {
  return fixedZip({
    "imsmanifest.xml": strToU8(renderManifest(title)),
    "index.html": strToU8(renderIndex(title)),
    "stil.css": strToU8(`${style}\n${asset("player.css")}`),
    "uebungen.js": strToU8(`window.uebungen = ${scriptJson(exercises.map(playerData))};\n`),
    "scorm-api.js": strToU8(asset("scorm-api.js")),
    "player-tasks.js": strToU8(asset("player-tasks.js")),
    "player.js": strToU8(asset("player.js")),
  });
}

/** The manifest at the root of the package; one resource that is a SCO. */
export function renderManifest(title: string): string {
  const files = [
    "index.html",
    "stil.css",
    "uebungen.js",
    "scorm-api.js",
    "player-tasks.js",
    "player.js",
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="amtsprobe-schulung" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="kurs"><organization identifier="kurs"><title>${escapeMarkup(title)}</title><item identifier="uebungen" identifierref="seite" isvisible="true"><title>${escapeMarkup(title)}</title><adlcp:masteryscore>${masteryScore}</adlcp:masteryscore></item></organization></organizations>
<resources><resource identifier="seite" type="webcontent" adlcp:scormtype="sco" href="index.html">${files.map((file) => `<file href="${file}"/>`).join("")}</resource></resources>
</manifest>
`;
}

function renderIndex(title: string): string {
  const name = escapeMarkup(title);
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<link rel="stylesheet" href="stil.css">
</head>
<body class="report player kern-layer kern-level-0" data-mastery="${masteryScore}">
<header class="player__head"><h1 class="kern-heading-large">${name}</h1>
<p class="kern-body kern-body--small" id="stand" role="status"></p></header>
<main id="aufgabe" tabindex="-1"></main>
<noscript><p>Diese Übungen brauchen JavaScript. Das Arbeitsblatt geht auch ohne.</p></noscript>
<script src="uebungen.js"></script>
<script type="module" src="player.js"></script>
</body>
</html>
`;
}

/** What the player needs of an exercise; the right sides of a matching already mixed. */
function playerData(exercise: Exercise) {
  const { id, title, goal, minutes, blocks, question, task, solution } = exercise;
  const common = {
    id,
    title,
    goal,
    minutes,
    blocks,
    question,
    solution,
    origin: originLine(exercise),
  };
  if (task.kind !== "matching") return { ...common, task };
  const sides = shuffled([...task.pairs.map(({ right }) => right), ...task.distractors], id);
  const pairs = task.pairs.map(({ left, right }) => ({ left, right: sides.indexOf(right) }));
  return { ...common, task: { kind: task.kind, pairs, sides } };
}

/** JSON that may stand in a script: no `</script>`, no line separators of old JavaScript. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", String.raw`\u003c`)
    .replaceAll("\u2028", String.raw`\u2028`)
    .replaceAll("\u2029", String.raw`\u2029`);
}

function asset(name: string): string {
  return readFileSync(new URL(`scorm/${name}`, import.meta.url), "utf8");
}
