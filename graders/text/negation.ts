import { clausesOf, hasColonBefore, type Clause, type ItemRange } from "./clauses.ts";
import type { Content, ContentItem, ContentSentence } from "./content-items.ts";
import {
  endOfListing,
  hasWeight,
  isAnythingBut,
  isAttribute,
  isCalled,
  isDefinite,
  isCircumstance,
  isFrom,
  isHead,
  isLimit,
  isOfDuty,
  isPerfect,
  isReplaced,
  isVon,
  some,
  toggle,
} from "./denial-context.ts";
import { beginsDenial, callEnding, denying, hasTrait, trigger } from "./denial-traits.ts";
import { denyLists, denyStruck } from "./denied-lists.ts";
import { rememberLatest } from "./remember-latest.ts";
import words from "./negation-words.json" with { type: "json" };

/**
 * For every item of a text: is it denied where it stands? Scopes: `nicht` denies what follows in
 * its clause, and the whole clause when only verbs follow (`Die Urkunde müssen Sie nicht
 * vorlegen`), but not its circumstances (`seit dem 1. Februar`, `nach § 35`); before an adjective
 * and its noun only the adjective. `kein`, `ohne`, `weder`, `statt` deny their noun phrase;
 * `entfällt`, `ausgeschlossen`, `ist falsch` the whole clause; `früher`, `bisher` the values of
 * their clause. Two denials cancel (`nicht ohne`), `nicht nur`, `nicht länger als` and `nicht
 * vergessen` deny nothing. What a heading such as `Nicht nötig:` lists is denied. Irony and
 * implied denials are not seen.
 */
export const deniedItems = rememberLatest((content: Content): readonly boolean[] => {
  const denied = content.items.map(isUndenied);
  for (const sentence of content.sentences) {
    if (mayDeny(content, sentence)) denyInSentence(content, sentence, denied);
  }
  denyLists(content, denied);
  for (let at = 0; at < denied.length; at += 1) {
    const item = content.items[at];
    if (denied[at] === true && item !== undefined && hasTrait(item.word, denying))
      denied[at] = false;
  }
  if (content.text.includes("~~")) denyStruck(content, denied);
  return denied;
});

const isUndenied = (): boolean => false;

function denyInSentence(content: Content, sentence: ContentSentence, denied: boolean[]): void {
  const clauses = clausesOf(content, sentence);
  for (let at = 0; at < clauses.length; at += 1) {
    const [clause, previous, next] = [clauses[at], clauses[at - 1], clauses[at + 1]];
    if (clause !== undefined) denyInClause({ content, clause, previous, next, denied });
  }
}

/** A clause that is read, and the flags it changes. */
interface Scope {
  readonly content: Content;
  readonly clause: ItemRange;
  readonly previous: Clause | undefined;
  readonly next: Clause | undefined;
  readonly denied: boolean[];
}

const following = new Set(words.following);
const phrase = new Set(words.phrase);
const earlier = new Set(words.earlier);
const refuting = new Set(words.refuting);
const freeing = new Set(words.freeing);
const refutingLast = new Set(words.refutingLast);
const notNegating = new Set(words.notNegating);
const cancelling = new Set(words.cancelling);
const harmlessNouns = new Set(words.harmlessNouns);
/** Objects of their verb: what the clause is about is not denied. */
const asObject = new Set(["nichts", "niemandem", "niemanden"]);
const telling = new Set(words.telling);
const channels = new Set(words.channels);
const boundVerbs = new Set(words.boundVerbs);
const idioms = new Set(words.idioms);
const bareNo = new Set(words.answers);

function mayDeny({ items }: Content, { from, to }: ItemRange): boolean {
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item !== undefined && beginsDenial(item.word)) return true;
  }
  return false;
}

function denyInClause(scope: Scope): void {
  const { items } = scope.content;
  const { from, to } = scope.clause;
  if (isBareNo(scope)) return;
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item === undefined || !hasTrait(item.word, trigger)) continue;
    const { lower } = item;
    if (asObject.has(lower)) denyPredicate(scope, at);
    else if (following.has(lower) || isAnythingBut(items, at)) denyFrom(scope, at);
    else if (phrase.has(lower) || isNeitherNor(scope, at)) denyPhrase(scope, at);
    else if (refuting.has(lower) && !isShare(scope, at)) denyWhole(scope);
    else if (freeing.has(lower)) denyFreed(scope, at);
    else if (refutingLast.has(lower) && at === to - 1) denyStatement(scope);
    else if (earlier.has(lower)) denyValues(scope, at);
  }
}

/** `Prüfung: nein`, `Parken: verboten`, `Prüfung: nicht nötig` deny what stands before the colon. */
function isBareNo({ content, clause, previous, denied }: Scope): boolean {
  const { items } = content;
  if (previous === undefined || !hasColonBefore(content, clause.from)) return false;
  if (!bareNo.has(items[clause.from]?.lower ?? "") || clause.to - clause.from > 3) return false;
  if (some(items, { from: clause.from + 1, to: clause.to }, hasWeight)) return false;
  toggle(denied, previous);
  return true;
}

/** `Auf die Gewerbesteuer entfallen 121.000 Euro` says whose share it is. */
function isShare({ content: { items }, clause }: Scope, at: number): boolean {
  if (!/^entf[aäi]/u.test(items[at]?.lower ?? "")) return false;
  return (
    some(items, clause, ({ lower }) => lower === "auf") &&
    some(items, clause, ({ value }) => value !== undefined)
  );
}

/** `von der Gebühr befreit`: what `von` governs before the word. */
function denyFreed({ content: { items }, clause, denied }: Scope, at: number): void {
  let from = at - 1;
  while (from > clause.from && !isVon(items[from])) from -= 1;
  if (isVon(items[from])) toggle(denied, { from: from + 1, to: at });
}

/** `… ist falsch`: its clause, and the one before or behind it that begins with `dass`. */
function denyStatement(scope: Scope): void {
  denyWhole(scope);
  const { content, previous, next, denied } = scope;
  for (const clause of [previous, next]) {
    if (clause !== undefined && content.items[clause.from]?.lower === "dass")
      toggle(denied, clause);
  }
}

/** `noch` only denies behind `weder`. */
function isNeitherNor({ content, clause }: Scope, at: number): boolean {
  if (content.items[at]?.lower !== "noch") return false;
  return some(content.items, { from: clause.from, to: at }, (item) => item.lower === "weder");
}

/** `nicht …`: to the end of the clause, or the whole clause when nothing of weight follows. */
function denyFrom(scope: Scope, at: number): void {
  const { clause, denied } = scope;
  const { items } = scope.content;
  const next = items[at + 1];
  if (at + 1 < clause.to && isNotOnly(scope, at)) return;
  if (isLimit(items, { from: at + 1, to: clause.to })) return;
  if (isBound(scope, at)) return toggle(denied, { from: at + 1, to: at + 2 });
  if (some(items, clause, (item) => cancelling.has(item.lower))) return;
  if (isAttribute(items, at)) return toggle(denied, { from: at + 1, to: at + 2 });
  if (isPerfect(items, at, clause)) return denyWhole(scope, isDefinite);
  if (isKeptBack(scope, at)) return denyWhole(scope);
  const tail = { from: at + 1, to: clause.to };
  if (next?.lower !== "für" && some(items, tail, hasWeight)) {
    const verb = calledVerb(scope, tail);
    if (verb >= 0) toggle(denied, { from: verb, to: verb + 1 });
    return toggle(denied, tail);
  }
  denyWhole(scope);
  const behind = scope.next;
  if (behind === undefined) return;
  const isListed = behind.lists && hasColonBefore(scope.content, behind.from);
  if (isListed || items[behind.from]?.lower === "dass") toggle(denied, behind);
}

/**
 * `nichts …`: what follows in the clause and the verbs before it, with what `von` joins to them, but
 * not what the clause is about (`An den Gebühren ändert sich nichts`).
 */
function denyPredicate(scope: Scope, at: number): void {
  const { clause, denied } = scope;
  const { items } = scope.content;
  if (isNotOnly(scope, at) || some(items, clause, (item) => cancelling.has(item.lower))) return;
  toggle(denied, { from: at + 1, to: clause.to });
  for (let back = clause.from; back < at; back += 1) {
    const item = items[back];
    const isVerb = item?.value === undefined && /^\p{Ll}/u.test(item?.text ?? "");
    if (isVerb || isCalled(items, back) || isFrom(items, back)) {
      denied[back] = denied[back] !== true;
    }
  }
}

/** `wenn die Fläche 5 m² nicht übersteigt`: the value holds as a bound, only the verb is denied. */
function isBound({ content: { items }, clause }: Scope, at: number): boolean {
  return (
    boundVerbs.has(items[at + 1]?.lower ?? "") &&
    some(items, { from: clause.from, to: at }, ({ value }) => value !== undefined)
  );
}

/** `nicht nur`; `nicht allein` only with a `sondern` or `auch`, and `nie allein` never. */
function isNotOnly({ content: { items, sentences } }: Scope, at: number): boolean {
  const [cue, next] = [items[at], items[at + 1]];
  if (cue === undefined || !notNegating.has(next?.lower ?? "")) return false;
  if (next?.lower === "anderes") return cue.lower === "nichts" && items[at + 2]?.lower === "als";
  if (next?.lower !== "allein") return true;
  const to = Math.min(sentences[cue.sentence]?.to ?? at, at + 30);
  return (
    cue.lower === "nicht" &&
    some(items, { from: at + 2, to }, ({ lower }) => lower === "sondern" || lower === "auch")
  );
}

/** `Kennwörter nennen wir nicht über das Formular`: nothing is told, unless a `sondern` follows. */
function isKeptBack({ content: { items }, clause, next }: Scope, at: number): boolean {
  return (
    channels.has(items[at + 1]?.lower ?? "") &&
    some(items, { from: clause.from, to: at }, ({ lower }) => telling.has(lower)) &&
    !some(items, { from: at + 1, to: clause.to }, ({ value }) => value !== undefined) &&
    items[next?.from ?? -1]?.lower !== "sondern"
  );
}

/** The verb of `Beginnen Sie nicht mit den Arbeiten`, if not a `sondern` follows. */
function calledVerb({ content: { items }, clause, next }: Scope, tail: ItemRange): number {
  const at = items[clause.from]?.lower === "bitte" ? clause.from + 1 : clause.from;
  const verb = items[at];
  if (verb === undefined || verb.isFunction || items[at + 1]?.lower !== "sie") return -1;
  const isCall =
    hasTrait(verb.word, callEnding) &&
    items[next?.from ?? -1]?.lower !== "sondern" &&
    !some(items, tail, ({ value }) => value !== undefined);
  return isCall ? at : -1;
}

/** The whole clause without what only says since when, until when, by which law. */
function denyWhole({ content: { items }, clause, denied }: Scope, isThere = isNothing): void {
  for (let at = clause.from; at < clause.to; at += 1) {
    if (isCircumstance(items, at, clause.from) || isThere(items, at)) continue;
    denied[at] = denied[at] !== true;
  }
}

type ItemTest = (items: readonly ContentItem[], at: number) => boolean;
const isNothing: ItemTest = () => false;

/** `kein …`, `ohne …`: to the noun or value, a value joined by `von`, and the verbs at the end. */
function denyPhrase(scope: Scope, at: number): void {
  const { clause, denied } = scope;
  const { items } = scope.content;
  if (isOfDuty(items, at)) return;
  let to = at + 1;
  while (to < clause.to && !isHead(items[to]) && !isReplaced(items, at, to)) to += 1;
  const head = items[to];
  if (head === undefined || to >= clause.to) return toggle(denied, { from: at + 1, to: clause.to });
  if (harmlessNouns.has(head.text)) return denyIdiom(scope, at);
  to = endOfListing(items, { from: to + 1, to: clause.to });
  const joining = items[to]?.lower;
  if ((joining === "von" || joining === "in") && head.value === undefined) {
    to = behindValue(items, to, Math.min(to + 4, clause.to));
  }
  const cue = items[at]?.lower ?? "";
  const isKein = cue.startsWith("kein");
  if (isKein && some(items, { from: to, to: clause.to }, ({ lower }) => lower === "ohne"))
    return toggle(denied, { from: at + 1, to: clause.to });
  const closesWithVerbs =
    (isKein || cue === "noch") && !some(items, { from: to, to: clause.to }, hasWeight);
  toggle(denied, { from: at + 1, to: closesWithVerbs ? clause.to : to });
}

/** Behind the first value of a range, or its beginning when there is none. */
function behindValue(items: readonly ContentItem[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (items[at]?.value !== undefined) return at + 1;
  return from;
}

/** `auf keinen Fall`, `in keiner Weise` deny like `nicht`; `ohne Weiteres` denies nothing. */
function denyIdiom({ content, clause, denied }: Scope, at: number): void {
  if (!idioms.has(content.items[at + 1]?.text ?? "")) return;
  toggle(denied, { from: Math.max(clause.from, at - 1), to: clause.to });
}

/** `früher 22,80 Euro`, `22,80 Euro waren es früher`; not `früher als`, `als früher`. */
function denyValues({ content, clause, denied }: Scope, at: number): void {
  const { items } = content;
  const before = items[at - 1]?.lower ?? "";
  if (items[at + 1]?.lower === "als" || ["je", "als", "wie"].includes(before)) return;
  if (phrase.has(before)) return;
  const onlyMoney = items[at]?.lower === "damals";
  const read = (range: ItemRange): number[] => earlierValues(items, range, onlyMoney);
  const behind = read({ from: at, to: clause.to });
  const places = behind.length > 0 ? behind : read({ from: clause.from, to: at });
  for (const place of places) toggle(denied, { from: place, to: place + 1 });
}

/** Dates say when it was; everything else is what it was, except behind `damals`, when it just was. */
function earlierValues(
  items: readonly ContentItem[],
  { from, to }: ItemRange,
  onlyMoney: boolean,
): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const kind = items[at]?.value?.kind;
    if (kind === undefined || kind === "date") continue;
    if (!onlyMoney || kind === "money") places.push(at);
  }
  return places;
}
