/** Why a part of a configuration cannot be taken over: a German sentence; whoever catches it knows the place. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Runs a step and gives its value, or the reason why it was refused. */
export function reasonOf<Value>(
  step: () => Value,
): { readonly value: Value } | { readonly reason: string } {
  try {
    return { value: step() };
  } catch (cause) {
    if (cause instanceof Refusal) return { reason: cause.message };
    throw cause;
  }
}
