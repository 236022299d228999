import { expect, test } from "vitest";
import { refusalOutcome } from "../../models/endpoint-failure.ts";

const never = new AbortController().signal;
const situation = {
  host: "ki.amt.example",
  model: "m",
  key: undefined,
  deadlineMs: 1000,
  signal: never,
  deadline: never,
};

function said(status: number, apiKeyEnv: string | undefined, code?: string) {
  const refusal = { status, code, message: `${status} so nicht` };
  const outcome = refusalOutcome(refusal, { ...situation, apiKeyEnv });
  return outcome.status === "failed" ? outcome.message : outcome.finishReason;
}

test("a refused key is told with what to do about it", () => {
  expect(said(401, undefined)).toBe(
    "ki.amt.example lässt den Zugriff nicht zu (Status 401). Nennen Sie mit apiKeyEnv die Variable mit dem Schlüssel, und lassen Sie sich Berechtigung und Guthaben bestätigen. Meldung: so nicht.",
  );
  expect(said(403, "HAUS_KI_KEY")).toContain("Prüfen Sie den Schlüssel in HAUS_KI_KEY, und");
});

test.each([
  [402, undefined],
  [429, "insufficient_quota"],
])("used up credit (%d) is not taken for a wrong key", (status, code) => {
  const text = said(status, "HAUS_KI_KEY", code);
  expect(text).toContain("Guthaben oder Kontingent ist aufgebraucht");
  expect(text).not.toContain("HAUS_KI_KEY");
});
