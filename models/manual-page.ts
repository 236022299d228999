import type { ManualEntry } from "./manual-entry.ts";

/**
 * One page with all prompts, to be opened from the disk: each with a button that copies it and a field
 * for the answer. „Speichern“ downloads the page with the answers in it. It loads nothing.
 */
export function renderManualPage(entries: readonly ManualEntry[]): string {
  const open = entries.filter(({ answer }) => answer === "").length;
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Fragen für das Chatfenster</title>
<style>
body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 1rem auto; padding: 0 1rem; color: #111; background: #fff; }
textarea { box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem; }
button { font: inherit; padding: 0.4rem 1rem; }
section { border-top: 1px solid #666; padding: 1rem 0; }
</style>
</head>
<body>
<h1>Fragen für das Chatfenster</h1>
<p>${entries.length} Fragen, davon ${open} ohne Antwort.</p>
<ol>
<li>Beginnen Sie für jede Frage ein <strong>neues</strong> Gespräch, damit keine Antwort von der vorigen abhängt.</li>
<li>Kopieren Sie die Frage unverändert, und fügen Sie die ganze Antwort unverändert ein.</li>
<li>Kam gar keine Antwort, schreiben Sie <code>[leer]</code>.</li>
<li>Drücken Sie am Ende <strong>Speichern</strong>, und legen Sie die gespeicherte Datei in den Ordner dieser Seite. Dann setzen Sie den Lauf mit <code>--resume</code> fort.</li>
</ol>
<p><button type="button" data-save>Speichern</button></p>
<main>
${entries.map(renderEntry).join("\n")}
</main>
<p><button type="button" data-save>Speichern</button></p>
<script>
${script}
</script>
</body>
</html>
`;
}

/** Reads the entries of a page, filled or not; a page without any gives none. */
export function readManualPage(html: string): ManualEntry[] {
  const prompts = fieldsOf(html, "data-question");
  return [...fieldsOf(html, "data-answer")].map(([id, answer]) => ({
    id,
    prompt: prompts.get(id) ?? "",
    answer: answer.trim(),
  }));
}

function renderEntry({ id, prompt, answer }: ManualEntry, index: number): string {
  const number = index + 1;
  const rows = Math.min(20, prompt.split("\n").length + Math.ceil(prompt.length / 90));
  return `<section>
<h2>Frage ${number}</h2>
<textarea data-question="${id}" readonly rows="${rows}" aria-label="Frage ${number}">
${escape(prompt)}</textarea>
<p><button type="button" data-copy="${id}">Frage ${number} kopieren</button></p>
<label for="a-${id}">Antwort auf Frage ${number}</label>
<textarea data-answer="${id}" id="a-${id}" rows="8">
${escape(answer)}</textarea>
</section>`;
}

/** Field contents by id; a parser drops the line break right after the tag. */
function fieldsOf(html: string, attribute: string): Map<string, string> {
  const fields = html.matchAll(/<textarea (?<attributes>[^>]*)>(?<text>[^<]*)<\/textarea>/gu);
  return new Map(
    [...fields].flatMap(({ groups }) => {
      const id = new RegExp(`${attribute}="(?<id>[0-9a-f]+)"`, "u").exec(
        groups?.["attributes"] ?? "",
      )?.groups?.["id"];
      if (id === undefined) return [];
      return [[id, unescape(groups?.["text"] ?? "").replace(/^\r?\n/u, "")] as const];
    }),
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00A0",
};

function unescape(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|nbsp);/gu, (entity) => entities[entity] ?? entity);
}

/** Runs in the browser: copies a prompt, and saves the page with what was typed. */
const script = `
const field = (name, id) => document.querySelector('textarea[data-' + name + '="' + id + '"]');
let isSaved = true;
addEventListener("input", () => { isSaved = false; });
addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });
addEventListener("click", async (event) => {
  const { copy, save } = event.target.dataset;
  if (copy !== undefined) {
    const question = field("question", copy);
    question.select();
    await navigator.clipboard.writeText(question.value).catch(() => document.execCommand("copy"));
  }
  if (save === undefined) return;
  for (const answer of document.querySelectorAll("textarea[data-answer]")) answer.textContent = answer.value;
  const page = "<!doctype html>" + document.documentElement.outerHTML;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = "fragen.html";
  link.click();
  isSaved = true;
});
`.trim();
