import { Lexer } from "yaml";
import { readLimits } from "../core/read-limits.ts";

/** Why a YAML text is not parsed; absent when it may be. */
export type YamlExcess = "too-deep" | "too-many-pieces" | undefined;

/** Comes before a scalar, so that its text is not taken for a mark. */
const scalarMark = "\u001F";

/**
 * Goes through the pieces of a YAML text without building anything, and stops at the first that is
 * too much: parsing takes minutes and gigabytes for a megabyte of opening brackets.
 */
export function yamlExcess(text: string): YamlExcess {
  let pieces = 0;
  let depth = 0;
  let marksInLine = 0;
  let isScalar = false;
  for (const piece of new Lexer().lex(text)) {
    pieces += 1;
    if (pieces > readLimits.yamlPieces) return "too-many-pieces";
    if (isScalar) {
      isScalar = false;
      continue;
    }
    if (piece === scalarMark) isScalar = true;
    else if (piece === "[" || piece === "{") depth += 1;
    else if (piece === "]" || piece === "}") depth -= 1;
    else if (piece === "-" || piece === "?") marksInLine += 1;
    else if (piece.startsWith("\n") || piece.startsWith("\r")) marksInLine = 0;
    if (depth > readLimits.depth || marksInLine > readLimits.depth) return "too-deep";
  }
  return undefined;
}
