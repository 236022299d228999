import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * The links of a Markdown file that lead nowhere: a file that is not there, a heading that the file
 * does not have, a web address that is none. Web addresses are only read, never called. Links in
 * the text count as well as definitions at its end (`[name]: file.md`).
 */
export function deadLinks(file: string): string[] {
  const markdown = readFileSync(file, "utf8");
  return linksOf(markdown).filter((link) => {
    if (/^(?:https?:|mailto:)/u.test(link)) return !URL.canParse(link);
    const [path = "", heading] = link.split("#");
    const target = path === "" ? file : resolve(dirname(file), decoded(path));
    if (!existsSync(target)) return true;
    if (heading === undefined || !target.endsWith(".md")) return false;
    return !headingsOf(readFileSync(target, "utf8")).includes(decoded(heading));
  });
}

function linksOf(markdown: string): string[] {
  const inline = markdown.matchAll(/\]\(<?(?<link>[^)\s>]+)/gu);
  const defined = markdown.matchAll(/^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?<link>[^\s>]+)/gmu);
  return [...inline, ...defined].map(({ groups }) => groups?.["link"] ?? "");
}

/** Headings as GitHub turns them into anchors: lower case, no punctuation, hyphens for spaces. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#{1,6} (?<title>.+)$/gmu)].map(({ groups }) =>
    (groups?.["title"] ?? "")
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/gu, "-"),
  );
}

/** Percent signs resolved; a link that is not well formed is taken as it stands. */
function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
