/**
 * How much of a file is read, however it was made: everything beyond is refused before or while it is
 * read (docs/decisions/0052-limits-of-readers.md). Bytes, unless said otherwise.
 */
export const readLimits = {
  /** Text files of a person: tables, prompts. */
  text: 50 * 1024 * 1024,
  /** YAML takes about 60 times its size in memory. */
  yaml: 20 * 1024 * 1024,
  /** Pieces (marks, keys, values) of a YAML file. */
  yamlPieces: 3_000_000,
  /** JSON files that the program writes: manifest, findings, baselines. */
  json: 256 * 1024 * 1024,
  /** A journal as a whole. */
  journal: 2 * 1024 * 1024 * 1024,
  /** A line of a journal, in UTF-16 code units: the longest answer with all its escapes, and room. */
  journalLine: 16 * 1024 * 1024,
  /** How deep lists and objects lie in one another. */
  depth: 64,
  /** References (aliases) in a YAML file. */
  aliases: 50,
  /** Columns of a table. */
  columns: 1000,
  /** Cases of a suite. */
  cases: 200_000,
} as const;
