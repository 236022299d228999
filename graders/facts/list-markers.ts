const none: ReadonlySet<number> = new Set();

/**
 * Where the numbers of numbered lists stand (UTF-16 code units): `2` in `1. Pass\n2. Fotos`, which
 * does not count the Fotos. A lone `2. Stock` at the start of a line has no neighbour, and `1. Stock`
 * and `2. Stock` go on with the same word; they are no markers.
 */
export function listMarkers(text: string): ReadonlySet<number> {
  if (!/\d[.)][ \t]/u.test(text)) return none;
  const lines = [...text.matchAll(/(?<=^[ \t>]{0,12})(\d{1,2})[.)][ \t]{1,4}([^\s:,.]{0,40})/gmu)];
  const markers = new Set<number>();
  for (const [place, [, number, word]] of lines.entries()) {
    const isMarker = [lines[place - 1], lines[place + 1]].some((other) => {
      const isNeighbour = Math.abs(Number(other?.[1]) - Number(number)) === 1;
      return isNeighbour && other?.[2] !== word;
    });
    if (isMarker) markers.add(lines[place]?.index ?? -1);
  }
  return markers;
}
