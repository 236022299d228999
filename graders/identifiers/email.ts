import { oneOf } from "../text/character-kinds.ts";
import { finding, type Finding } from "./finding.ts";
import type { Reading } from "./reading.ts";

/**
 * Finds e-mail addresses, also with „(at)“ and „(punkt)“. No check digit; the form is the cue.
 * Whether the address exists is not checked.
 */
export function findEmails(reading: Reading): Finding[] {
  const { text } = reading;
  if (!text.includes("@") && !hasBracketedSign(text)) return [];
  const findings: Finding[] = [];
  for (const { 0: sign, index } of text.matchAll(atForm)) {
    const local = localPart.exec(text.slice(Math.max(0, index - longestLocal), index))?.[0];
    if (local === undefined) continue;
    domain.lastIndex = index + sign.length;
    const host = domain.exec(text)?.[0];
    if (host === undefined) continue;
    const place = { start: index - local.length, end: index + sign.length + host.length };
    const value = `${local}@${host.replaceAll(dotForm, ".")}`.toLowerCase();
    findings.push(finding({ kind: "email", ...place, checksum: "none", cue: true, value }));
  }
  return findings;
}

/** May „(at)“ or „[ät]“ stand in the text? */
function hasBracketedSign(text: string): boolean {
  for (const bracket of brackets) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (beginsSign(text, text[at + 1] === " " ? at + 2 : at + 1)) return true;
    }
  }
  return false;
}

const brackets = ["(", "[", "{"];
const beginsSign = oneOf("aAäÄ");

/** Octets of a local part (RFC 5321, section 4.5.3.1.1). */
const longestLocal = 64;
const atForm = /@| ?[([{] ?(?:at|ät) ?[)\]}] ?/giu;
const localPart = /(?<![._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]*$/u;
const dot = String.raw`(?:\.| ?[([{] ?(?:dot|punkt) ?[)\]}] ?)`;
const dotForm = new RegExp(dot, "giu");
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,62}`;
const domain = new RegExp(
  String.raw`${label}(?:${dot}${label}){0,5}?${dot}\p{L}{2,24}(?!-?[\p{L}\p{N}]|\.\p{L}{2})`,
  "iuy",
);
