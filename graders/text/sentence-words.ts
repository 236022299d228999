import words from "./sentence-words.json" with { type: "json" };

const months = new Set(words.months);
const starters = new Set(words.starters);
const ordinalLeads = new Set(words.ordinalLeads);
const numberedNouns = new Set(words.numberedNouns);
const functionWords = new Set(words.functionWords);
const finiteVerbs = new Set(words.finiteVerbs);

/** `Januar`, `Jan`. */
export function isMonth(word: string): boolean {
  return months.has(word);
}

/** A capitalised word that begins a sentence far more often than it goes on with one: `Die`. */
export function isStarter(word: string): boolean {
  return starters.has(word);
}

/** A word after which a number with a dot is an ordinal: `im 2. Obergeschoss`. */
export function isOrdinalLead(word: string): boolean {
  return ordinalLeads.has(word.toLowerCase());
}

/** A noun that a number or letter belongs to: `Anlage B.`, `SGB X.`. */
export function isNumberedNoun(word: string): boolean {
  return numberedNouns.has(word);
}

/** Article, pronoun, preposition or conjunction: no phrase ends with it. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word.toLowerCase());
}

/** A frequent finite verb in lower case. */
export function isFiniteVerb(word: string): boolean {
  return finiteVerbs.has(word);
}
