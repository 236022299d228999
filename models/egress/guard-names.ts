import dns from "node:dns";
import type { UserError } from "../../core/user-error.ts";
import { lookupRefusal } from "./permits.ts";

type Question = (...words: unknown[]) => unknown;

/** Puts a check before every question to a name server, in all forms that `dns` has. */
export function guardNames(report: (refusal: UserError) => void): void {
  for (const owner of [dns, dns.Resolver.prototype]) {
    replaceQuestions(owner, report, (refusal, words) => {
      const callback = words.findLast((word) => typeof word === "function") as Question | undefined;
      if (callback === undefined) throw refusal;
      process.nextTick(callback, refusal);
    });
  }
  for (const owner of [dns.promises, dns.promises.Resolver.prototype]) {
    replaceQuestions(owner, report, async (refusal) => {
      throw refusal;
    });
  }
}

function replaceQuestions(
  owner: object,
  report: (refusal: UserError) => void,
  refuse: (refusal: UserError, words: readonly unknown[]) => unknown,
): void {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (!/^(?:lookup|resolve|reverse)/u.test(name)) continue;
    const original = Reflect.get(owner, name) as Question;
    const guarded: Question = function guarded(this: unknown, ...words) {
      const refusal = typeof words[0] === "string" ? lookupRefusal(words[0]) : undefined;
      if (refusal === undefined) return Reflect.apply(original, this, words);
      report(refusal);
      return refuse(refusal, words);
    };
    Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(original));
    Reflect.set(owner, name, guarded);
  }
}
