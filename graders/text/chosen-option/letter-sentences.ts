import type { Content } from "../content-items.ts";
import type { TextRange } from "../text-span.ts";
import type { Mention } from "./mentions.ts";

/** Mentions with the numbers of the sentences beside them. */
interface SplitMentions {
  readonly mentions: readonly Mention[];
  readonly sentences: readonly TextRange[];
}

/**
 * Cuts sentences behind a letter that closes one: `Die Antwort ist B. Er …`, which the splitter of
 * sentences takes for an initial.
 */
export function splitAtLetters(content: Content, mentions: readonly Mention[]): SplitMentions {
  const sentences: TextRange[] = [];
  const numbered: Mention[] = [];
  let at = 0;
  content.sentences.forEach((sentence, number) => {
    let { start } = sentence;
    for (; mentions[at]?.sentence === number; at += 1) {
      const mention = mentions[at];
      if (mention === undefined) break;
      numbered.push({ ...mention, sentence: sentences.length });
      const end = mention.end + closingLength(content.text, mention);
      if (end === mention.end || end >= sentence.end) continue;
      sentences.push({ start, end });
      start = end;
    }
    sentences.push({ start, end: sentence.end });
  });
  return { mentions: numbered, sentences };
}

/** Length of the dot that closes a sentence behind a letter; 0 if none does. */
function closingLength(text: string, { start, end }: Mention): number {
  if (end !== start + 1) return 0;
  const behind = text.slice(end, end + 12);
  return /^[*_)"”“»]{0,4}\.[*_)"”“»]{0,4}(?=\s+[*_("„«]{0,4}\p{Lu})/u.exec(behind)?.[0].length ?? 0;
}
