import { crc32 } from "node:zlib";

const checksumField = /,\s*"checksum"\s*:\s*"(?<crc>[0-9a-f]{8})"\s*\}\s*$/u;

/** Writes a record as a journal line: JSON that ends with the CRC-32 of the line without it. */
export function formatLine(record: object): string {
  const json = JSON.stringify(record);
  return `${json.slice(0, -1)},"checksum":"${crcOf(json)}"}\n`;
}

/**
 * Reads a journal line. A line without checksum, as another program may write it, is taken as it
 * is; a line whose checksum does not fit, or that is no JSON object, is `damaged`.
 */
export function parseLine(line: string): { readonly value: object } | "damaged" {
  const match = checksumField.exec(line);
  if (match !== null && crcOf(`${line.slice(0, match.index)}}`) !== match.groups?.["crc"]) {
    return "damaged";
  }
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return "damaged";
    return match === null && "checksum" in value ? "damaged" : { value };
  } catch {
    return "damaged";
  }
}

/** {@link parseLine} for bytes; quicker for lines as {@link formatLine} writes them. */
export function parseBytes(line: Buffer): { readonly value: object } | "damaged" {
  if (!isSealed(line)) return parseLine(line.toString());
  try {
    return { value: JSON.parse(line.toString()) as object };
  } catch {
    return "damaged";
  }
}

/** The end of a line that {@link formatLine} wrote. */
const seal = /^,"checksum":"(?<crc>[0-9a-f]{8})"\}$/u;
const sealLength = ',"checksum":"00000000"}'.length;

/** True for a line that {@link formatLine} wrote and nobody changed. */
export function isSealed(line: Buffer): boolean {
  const end = line.length - sealLength;
  const match = end > 0 ? seal.exec(line.toString("latin1", end)) : null;
  if (match === null) return false;
  return crc32("}", crc32(line.subarray(0, end))) === Number.parseInt(match[1] ?? "", 16);
}

function crcOf(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}
