import { checkLicences, listLicences } from "./check-licences.ts";
import { readLockfile } from "./read-lockfile.ts";

/** `docs/lizenzen.json`: every package and its licence, in one line each. */
export function licenceList(): string {
  const listed = listLicences(readLockfile());
  const wrong = checkLicences(listed);
  if (wrong.length > 0) throw new RangeError(wrong.join("\n"));
  const lines = listed.map((one) => `  ${JSON.stringify(one)}`);
  return `[\n${lines.join(",\n")}\n]\n`;
}
