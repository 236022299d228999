import { exitCodes, UserError, type ExitCode } from "../../core/user-error.ts";

/** `npm run promptfoo -- import`. */
export async function main(words: string[]): Promise<ExitCode> {
  throw new UserError(`Der Import (${words.join(" ")}) ist noch nicht da.`, {
    code: "not-there-yet",
    exitCode: exitCodes.usage,
    nextStep: "Nehmen Sie bis dahin eine Suite von Hand; docs/eigene-suite.md zeigt, wie.",
  });
}
