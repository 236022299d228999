/** `none`: the answer is not meant to be JSON. */
export type JsonEnding = "whole" | "broken-off" | "unreadable" | "none";

/**
 * How the JSON of an answer ends. Without being told, only an answer that begins like JSON and fails
 * at its end is called broken off.
 */
export function readJson(answer: string, isExpected: boolean): JsonEnding {
  const fence = findFence(answer);
  const after = fence === null ? answer : answer.slice(fence.index + fence[0].length);
  const close = fence === null ? -1 : after.indexOf("```");
  const inside = (close < 0 ? after : after.slice(0, close)).trim();
  const start = isExpected || /^[[{]/u.test(inside) ? inside.search(/[[{]/u) : -1;
  const begins = start >= 0;
  if (!begins || (!isExpected && !looksLikeJson(inside))) {
    return isExpected && !isJson(inside) ? "unreadable" : "none";
  }
  const depth = depthAtEnd(inside.slice(start));
  if (depth.open > 0) return "broken-off";
  return isJson(inside.slice(start, start + depth.length))
    ? "whole"
    : isExpected
      ? "unreadable"
      : "none";
}

/** Where a code block begins; most answers have none. */
function findFence(answer: string): RegExpExecArray | null {
  return answer.includes("```") ? /```(?:json\w*)?[^\S\n]*\n/iu.exec(answer) : null;
}

/** `{"…` or `[{` or `["`, not `[NAME_1]`. */
function looksLikeJson(text: string): boolean {
  return /^(?:\{\s*(?:"|$|\})|\[\s*(?:[{["]|-?\d+\s*[,\]]|\]|$))/u.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Brackets still open at the end of the value, and how long the value is. */
function depthAtEnd(text: string): { readonly open: number; readonly length: number } {
  let open = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInText) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isInText = false;
      continue;
    }
    if (sign === '"') isInText = true;
    else if (sign === "{" || sign === "[") open += 1;
    else if (sign === "}" || sign === "]") {
      open -= 1;
      if (open === 0) return { open, length: at + 1 };
    }
  }
  return { open: open + (isInText ? 1 : 0), length: text.length };
}
