import { createHash, hash as digest } from "node:crypto";
import type { Case } from "../core/case.ts";
import type { AnswerForm, BaselineFields, Message, ModelDescription } from "../core/model.ts";
import { graderOptions, mustGraders, type Suite } from "../core/suite.ts";
import { canonicalJson, canonicalPieces } from "./canonical-json.ts";

/** Everything a call is made of; equal parts give an equal call, whoever plans it. */
export interface CallParts {
  readonly model: ModelDescription;
  readonly messages: readonly Message[];
  readonly temperature: number;
  readonly seed: number;
  readonly maxTokens: number;
  readonly attempt: number;
  readonly fields?: BaselineFields | undefined;
  readonly answerForm?: AnswerForm | undefined;
}

/** SHA-256 in hex over what is sent and to whom: what is cached and paid for. */
export function callHash(parts: CallParts): string {
  const { model, ...request } = parts;
  const { way, wayVersion, endpoint, name, revision } = model;
  // Threads change the time of an answer, not the answer: a run may go on beside other work.
  const { threads: _threads, ...details } = model.details;
  return hashOf({ way, wayVersion, endpoint, name, revision, details, ...request });
}

/** SHA-256 over the call and the place of the trial in the run: what is planned and resumed. */
export function trialId(
  call: string,
  place: {
    readonly suite: string;
    readonly case: string;
    readonly variant: string;
    readonly input: string;
  },
): string {
  const { suite, variant, input } = place;
  return hashOf({ call, suite, case: place.case, variant, input });
}

/**
 * SHA-256 over everything that graders read of a case and its suite: tells when to grade again. Asked
 * for every answer to a case, and answers to a case come one after the other: the latest are kept.
 */
export function caseHash(suite: Suite, graded: Case): string {
  const latest = latestHashes.get(suite) ?? new Map<Case, string>();
  latestHashes.set(suite, latest);
  const known = latest.get(graded);
  if (known !== undefined) return known;
  const [oldest] = latest.size < mostHashes ? [] : latest.keys();
  if (oldest !== undefined) latest.delete(oldest);
  const hash = hashCase(suite, graded);
  latest.set(graded, hash);
  return hash;
}

/** More than can be in flight, so that a case's answers meet the hash its first one left. */
const mostHashes = 1024;
const latestHashes = new WeakMap<Suite, Map<Case, string>>();

function hashCase(suite: Suite, graded: Case): string {
  const { hint } = suite.graders;
  const must = mustGraders(suite, graded);
  const options = graderOptions(suite, graded);
  const { input, expected, reference, template } = graded;
  const { threshold } = suite;
  return hashOf({ input, expected, reference, template, must, hint, options, threshold });
}

/** SHA-256 over suite file, prompts and cases, which are never in memory as one text. */
export function suiteHash({ unclassed: _unclassed, ...suite }: Suite): string {
  const whole = createHash("sha256");
  for (const piece of canonicalPieces(suite, "cases")) whole.update(piece);
  return whole.digest("hex");
}

function hashOf(value: unknown): string {
  return digest("sha256", canonicalJson(value), "hex");
}
