import { zipSync, type Zippable } from "fflate";

/** Within the years of ZIP (1980 to 2099), the same everywhere: noon on 1 January 2020. */
const fixedTime = new Date(2020, 0, 1, 12, 0, 0);

/** Packs files so that the same content gives the same bytes: names in order, fixed times. */
export function fixedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted: Zippable = {};
  for (const name of Object.keys(files).toSorted()) {
    const content = files[name];
    if (content !== undefined) sorted[name] = [content, { mtime: fixedTime }];
  }
  return zipSync(sorted, { level: 6, mtime: fixedTime, os: 3 });
}
