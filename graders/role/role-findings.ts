import { phraseFinder } from "../text/style/phrase-list.ts";
import type { StyleSentence, StyleText, StyleToken } from "../text/style/style-text.ts";
import type { TextRange } from "../text/text-span.ts";
import phrases from "./phrases.json" with { type: "json" };

export type RoleKind = "decision" | "promise" | "legal-advice";

/** A passage in which the answer takes a role that is not its own. */
export interface RoleFinding extends TextRange {
  readonly kind: RoleKind;
}

const finders = {
  decision: phraseFinder(phrases.decision),
  promise: phraseFinder(phrases.promise),
  "legal-advice": phraseFinder(phrases["legal-advice"]),
} as const;
const kinds = ["decision", "promise", "legal-advice"] as const;
const findAdvice = phraseFinder(phrases.advice);
const findInYourPlace = phraseFinder(phrases.inYourPlace);
const findLegalTopics = phraseFinder(phrases.legalTopics);
const findConditions = phraseFinder(phrases.conditions);
const findDenials = phraseFinder(phrases.denials);
const findReports = phraseFinder(phrases.reports);
const findAuthorities = phraseFinder(phrases.authorities);
const findProposals = phraseFinder(phrases.proposals);
const findProposingHere = phraseFinder(phrases.proposingHere);
const notProposals = new Set(phrases.notProposals);
/** A sentence that announces a draft is short. */
const longestAnnouncement = 20;

/** Findings of a text; what stands below the announcement of a draft is proposed, not decided. */
export function findRoleBreaks(text: string, { sentences }: StyleText): RoleFinding[] {
  if (sentences.some(asksToCheckDraft)) return [];
  const findings: RoleFinding[] = [];
  for (const sentence of sentences) {
    if (announcesDraft(sentence)) break;
    if (text.charAt(sentence.end - 1) === "?") continue;
    if (findProposingHere(sentence).length > 0) continue;
    addBreaks(findings, sentence);
  }
  return findings;
}

function addBreaks(findings: RoleFinding[], sentence: StyleSentence): void {
  const isLegal = findLegalTopics(sentence).length > 0;
  for (const kind of kinds) {
    for (const range of candidates(sentence, kind, isLegal)) {
      if (!isQualified(sentence, range, kind)) findings.push(finding(range, kind));
    }
  }
  if (!isLegal) return;
  // `An Ihrer Stelle würde ich klagen`: here the `würde` qualifies nothing.
  for (const range of findInYourPlace(sentence)) findings.push(finding(range, "legal-advice"));
}

/** `Ich rate Ihnen` is advice on law only with a word of the law in the sentence. */
function candidates(sentence: StyleSentence, kind: RoleKind, isLegal: boolean): TextRange[] {
  const found = finders[kind](sentence);
  if (isLegal && kind === "legal-advice") found.push(...findAdvice(sentence));
  return found;
}

function finding({ start, end }: TextRange, kind: RoleKind): RoleFinding {
  return { start, end, kind };
}

/** Conditional, denied, or told as what somebody else has decided. */
function isQualified(sentence: StyleSentence, range: TextRange, kind: RoleKind): boolean {
  const { tokens } = sentence;
  const own = tokens.filter(({ start, end }) => start >= range.start && end <= range.end);
  const [from, to] = [own[0]?.clause ?? 0, own.at(-1)?.clause ?? 0];
  const isHere = (cue: TextRange): boolean => distanceOf(tokens, cue, { from, to }) === 0;
  const isBeside = (cue: TextRange): boolean =>
    Math.abs(distanceOf(tokens, cue, { from, to })) <= 1;
  const isBefore = (cue: TextRange): boolean => {
    const distance = distanceOf(tokens, cue, { from, to });
    return distance === 0 || distance === -1;
  };
  if (isVerbFirstCondition(tokens, range, to)) return true;
  const isPerformed = own.some(({ lower }) => lower === "hiermit");
  if (
    !isPerformed &&
    findConditions(sentence).some((cue) => isBeside(cue) && !isJoined(tokens, cue))
  ) {
    return true;
  }
  const isGoverned = /^(?:dass|ob)$/u.test(firstOfClause(tokens, from) ?? "");
  if (findDenials(sentence).some(isGoverned ? isBefore : isHere)) return true;
  if (findReports(sentence).some(isBefore)) return true;
  return kind === "decision" && findAuthorities(sentence).some(isBefore);
}

/** `Wird Ihr Antrag genehmigt, bekommen Sie Geld.` */
function isVerbFirstCondition(
  tokens: readonly StyleToken[],
  range: TextRange,
  to: number,
): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first?.start !== range.start || last === undefined || last.clause <= to) return false;
  return /^(?:wird|werden|ist|sind|haben|steht|stehen|können)$/u.test(first.lower);
}

/** Clauses from the finding to the cue: 0 inside, -1 the one before, 1 the one behind. */
function distanceOf(
  tokens: readonly StyleToken[],
  cue: TextRange,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const clause = tokens.find(({ start }) => start >= cue.start)?.clause ?? Infinity;
  if (clause < from) return clause - from;
  return clause > to ? clause - to : 0;
}

/** `…, und wenn Sie Fragen haben` does not belong to what stands before. */
function isJoined(tokens: readonly StyleToken[], cue: TextRange): boolean {
  const at = tokens.findIndex(({ start }) => start >= cue.start);
  return /^(?:und|aber|doch)$/u.test(tokens[at - 1]?.lower ?? "");
}

function firstOfClause(tokens: readonly StyleToken[], clause: number): string | undefined {
  return tokens.find((token) => token.clause === clause)?.lower;
}

/** `Entwurf:`, `Hier ist ein Vorschlag für Ihre Antwort:`; not `Ihr Vorschlag`, `kein Entwurf`. */
function announcesDraft(sentence: StyleSentence): boolean {
  return sentence.tokens.length <= longestAnnouncement && namesDraft(sentence);
}

/** `Bitte prüfen Sie diesen Entwurf`, wherever it stands. */
function asksToCheckDraft(sentence: StyleSentence): boolean {
  return (
    namesDraft(sentence) &&
    sentence.tokens.some(({ lower }) => /^(?:über|nach)?prüfen$/u.test(lower)) &&
    sentence.tokens.some(({ lower }) => lower === "bitte")
  );
}

function namesDraft(sentence: StyleSentence): boolean {
  return findProposals(sentence).some(({ start }) => {
    const at = sentence.tokens.findIndex((token) => token.start === start);
    return !notProposals.has(sentence.tokens[at - 1]?.lower ?? "");
  });
}
