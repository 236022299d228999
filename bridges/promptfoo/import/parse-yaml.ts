import {
  binaryTag,
  CORE_SCHEMA,
  load,
  mergeTag,
  omapTag,
  pairsTag,
  setTag,
  timestampTag,
  YAMLException,
} from "js-yaml";
import { exitCodes, UserError } from "../../../core/user-error.ts";

/** What promptfoo 0.123 reads: YAML 1.2 with merge keys and the old standard tags. */
const schema = CORE_SCHEMA.withTags(mergeTag, binaryTag, timestampTag, omapTag, pairsTag, setTag);

/** Values a file may have with every alias written out; more is a YAML bomb. */
const mostValues = 2_000_000;

/**
 * Reads YAML or JSON as promptfoo does, with typed scalars. Wrong syntax, a document that contains
 * itself, and one that grows beyond two million values when its aliases are written out are refused.
 */
export function parseYaml(text: string, file: string): unknown {
  const value = parseText(text, file);
  const size = sizeOf(value, new Map());
  if (size <= mostValues) return value;
  throw new UserError(
    Number.isFinite(size)
      ? "Die Datei wächst beim Auflösen ihrer Verweise (Aliasse) ins Übermäßige."
      : "Die Datei verweist mit einem Alias auf sich selbst.",
    {
      code: "yaml-aliases",
      exitCode: exitCodes.usage,
      place: { file },
      nextStep: "Schreiben Sie die Werte aus, statt mit & und * auf sie zu verweisen.",
    },
  );
}

function parseText(text: string, file: string): unknown {
  if (!/\S/u.test(text.replaceAll(/^\s*#.*$/gmu, ""))) return undefined;
  try {
    return load(text, { schema });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { line, column } = cause.mark ?? { line: 0, column: 0 };
    throw new UserError(`Das ist kein lesbares YAML oder JSON (${cause.reason}).`, {
      code: "yaml-syntax",
      exitCode: exitCodes.usage,
      place: { file, line: line + 1, column: column + 1 },
      nextStep: "Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen an dieser Stelle.",
      cause,
    });
  }
}

/** How many values there are with every alias written out; endless when a value contains itself. */
function sizeOf(value: unknown, known: Map<object, number>): number {
  if (typeof value !== "object" || value === null) return 1;
  const size = known.get(value);
  if (size !== undefined) return size;
  known.set(value, Number.POSITIVE_INFINITY);
  const sum = Object.values(value).reduce<number>((total, part) => total + sizeOf(part, known), 1);
  known.set(value, sum);
  return sum;
}
