import data from "./stop-words.json" with { type: "json" };

/** German function words and auxiliaries: they carry no fact of their own. Lower case. */
export const functionWords: ReadonlySet<string> = new Set([...data.function, ...data.auxiliary]);

/** Verbs that only join a thing and its value: `kostet`, `beträgt`. Lower case. */
export const measuringWords: ReadonlySet<string> = new Set(data.measuring);

/** Words of greeting, thanks and closing. Lower case. */
export const politeWords: ReadonlySet<string> = new Set(data.polite);

/** Words of wishes and caveats, which go with any answer. Lower case. */
export const courteousWords: ReadonlySet<string> = new Set(data.courteous);

/** Words that any official text has, so that sharing them says little. Lower case. */
export const commonWords: ReadonlySet<string> = new Set(data.common);
