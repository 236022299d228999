import { UserError } from "../../core/user-error.ts";

/** Runs something that must fail with a `UserError` and gives that error. */
export async function userErrorOf(action: () => unknown): Promise<UserError> {
  try {
    await action();
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error("expected a UserError, but nothing was thrown");
}
