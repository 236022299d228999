import type { Mention } from "./mentions.ts";

/** The options as the answer repeats them, each at the start of its own line. */
interface RestatedList {
  /** All mentions on lines of the list. */
  readonly members: ReadonlySet<Mention>;
  /** Mentions whose line is marked as chosen while others are not: tick, cross in a box, `: Ja`, bold. */
  readonly marked: readonly Mention[];
}

const tick = /[✓✔✅☑🗹]|\[[xX]\]|☒|←|\((?:richtig|korrekt)\)/u;
const affirmation = /[:–-][*_\s]{0,6}(?:ja|richtig|korrekt|trifft zu)(?!\p{L})/iu;
const bold = /^\s*(?:[-*•]\s+)?\*\*|<b>/u;

/** Finds lines that begin with two or more different options. */
export function restatedList(answer: string, mentions: readonly Mention[]): RestatedList {
  const lines = mentions.flatMap((mention) => lineOf(answer, mention) ?? []);
  if (new Set(lines.map(({ mention }) => mention.choice)).size < 2) {
    return { members: new Set(), marked: [] };
  }
  const ticked = lines.filter(({ text }) => tick.test(text) || affirmation.test(text));
  const strong = lines.filter(({ text }) => bold.test(text));
  const chosen = ticked.length > 0 ? ticked : strong;
  return {
    members: onLines(mentions, lines),
    marked: chosen.length < lines.length ? chosen.map(({ mention }) => mention) : [],
  };
}

interface Line {
  readonly mention: Mention;
  readonly end: number;
  /** Its beginning: enough to see a mark. */
  readonly text: string;
}

const longestIndent = 12;

/** What is ticked or left empty before an option. */
const box = /[☐☑☒✓✔✅❌✗✘□■🗹]/u;

/** The line that begins with the mention as its label (`B)`, `- **B:**`) or behind a box (`[x]`). */
function lineOf(answer: string, mention: Mention): Line | undefined {
  const from = Math.max(0, mention.start - longestIndent);
  const before = answer.slice(from, mention.start);
  const lineBreak = before.lastIndexOf("\n");
  if (lineBreak < 0 && from > 0) return undefined;
  const margin = before.slice(lineBreak + 1).replace(/\[[ xX]\]/u, "☐");
  if (/[\p{L}\p{N}]/u.test(margin)) return undefined;
  const isLabelled = /^[*_]*[).:]/u.test(answer.slice(mention.start + 1, mention.start + 5));
  if (!isLabelled && !box.test(margin)) return undefined;
  const next = answer.indexOf("\n", mention.end);
  const end = next < 0 ? answer.length : next;
  return { mention, end, text: answer.slice(from + lineBreak + 1, Math.min(end, from + 400)) };
}

/** Both lists are in reading order. */
function onLines(mentions: readonly Mention[], lines: readonly Line[]): Set<Mention> {
  const members = new Set<Mention>();
  let at = 0;
  for (const { mention, end } of lines) {
    for (; (mentions[at]?.start ?? Infinity) < end; at += 1) {
      const member = mentions[at];
      if (member !== undefined && member.start >= mention.start) members.add(member);
    }
  }
  return members;
}
