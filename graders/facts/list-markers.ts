const none: ReadonlySet<number> = new Set();

/** The number of a list item, as written, and the word behind it. */
const marker = /[ \t>]{0,12}(\d{1,2})[.)][ \t]{1,4}([^\s:,.]{0,40})/uy;

interface Line {
  readonly at: number;
  readonly number: number;
  readonly word: string;
}

/**
 * Where the numbers of numbered lists stand (UTF-16 code units): `2` in `1. Pass\n2. Fotos`, which
 * does not count the Fotos. A lone `2. Stock` at the start of a line has no neighbour, and `1. Stock`
 * and `2. Stock` go on with the same word; they are no markers.
 */
export function listMarkers(text: string): ReadonlySet<number> {
  const lines = numberedLines(text);
  if (lines.length < 2) return none;
  const markers = new Set<number>();
  for (let place = 0; place < lines.length; place += 1) {
    const [line, before, behind] = [lines[place], lines[place - 1], lines[place + 1]];
    if (line !== undefined && (isNext(line, before) || isNext(line, behind))) markers.add(line.at);
  }
  return markers;
}

function isNext(line: Line, other: Line | undefined): boolean {
  return (
    other !== undefined && Math.abs(other.number - line.number) === 1 && other.word !== line.word
  );
}

function numberedLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    if (!mayBeNumbered(text.charCodeAt(start))) continue;
    marker.lastIndex = start;
    const found = marker.exec(text);
    if (found === null) continue;
    const [all, number = "", word = ""] = found;
    lines.push({ at: start + all.search(/\d/u), number: Number(number), word });
  }
  return lines;
}

/** A digit, or what stands before one at the start of a line. */
function mayBeNumbered(code: number): boolean {
  return isDigit(code) || isMargin(code);
}

/** Where the next line begins; behind the text when there is none. */
function nextLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at += 1;
  return at + 1;
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Can the number here be one of `listMarkers`, as far as what is around it tells? */
export function mayBeMarker(text: string, start: number): boolean {
  let end = start;
  while (end < start + 2 && isDigit(text.charCodeAt(end))) end += 1;
  const sign = text.charCodeAt(end);
  const blank = text.charCodeAt(end + 1);
  const isMarked = (sign === 0x2e || sign === 0x29) && (blank === 0x20 || blank === 0x09);
  return end > start && isMarked && beginsLine(text, start);
}

/** Most signs that `marker` allows before a number. */
const longestMargin = 12;

function beginsLine(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && from >= start - longestMargin && isMargin(text.charCodeAt(from - 1)))
    from -= 1;
  return from === 0 || isLineBreak(text.charCodeAt(from - 1));
}

function isMargin(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3e;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
