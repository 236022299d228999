import data from "./declining-phrases.json" with { type: "json" };
import type { PatternSentence } from "./phrase-pattern.ts";

/** Words that deny what the clause with `dass` says. */
const denial = / (?:nicht|nichts|kein\p{L}{0,2}|weder|fehl\p{L}{1,4}) /u;

/**
 * Does the sentence deny that something is missing? „Es stimmt nicht, dass das nicht im Text steht“
 * and „Dass nichts im Text steht, ist falsch“ say that the text does tell. Without a denial behind
 * `dass` the sentence denies once („Es stimmt nicht, dass es im Text steht“). „Im Text steht, dass
 * keine Gebühr anfällt“ tells that there is none.
 */
export function isDeniedDenial(sentence: PatternSentence): boolean {
  if (!sentence.words.includes("dass")) return false;
  const { line } = sentence;
  if (tellsThatNot(line)) return true;
  return data["denies-that"].some((phrase) => {
    const head = ` ${phrase} dass `;
    const at = line.indexOf(head);
    if (at >= 0) return denial.test(line.slice(at + head.length - 1));
    return line.startsWith(" dass ") && deniesBefore(line, ` ${phrase} `);
  });
}

/** All denials stand behind the `dass` that a telling verb leads to. */
function tellsThatNot(line: string): boolean {
  const told = telling.exec(line);
  if (told === null || denial.test(` ${line.slice(0, told.index + told[0].length)} `)) return false;
  const behind = line.slice(told.index + told[0].length - 1);
  return (
    denial.test(behind) &&
    !telling.test(behind) &&
    !/ (?:aber|jedoch|doch|dazu|hierzu) /u.test(behind)
  );
}

const telling =
  / (?:steht|heißt es|sagt|besagt|schreibt|nennt|erklärt)(?: \p{L}{1,20}){0,3} dass /u;

function deniesBefore(line: string, tail: string): boolean {
  return line.endsWith(tail) && denial.test(line.slice(5, line.length - tail.length + 1));
}
