import { appendFileSync } from "node:fs";

/** Names the file to which a proof writes what it counted. */
export const figuresVariable = "SECURITY_FIGURES";

/** Writes a figure of a proof, where somebody wants to see it; German. */
export function noteFigure(text: string): void {
  const file = process.env[figuresVariable] ?? "";
  if (file !== "") appendFileSync(file, `${text}\n`);
}
