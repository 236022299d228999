import type { Case } from "../core/case.ts";
import type { ExposureRow } from "../core/manifest.ts";
import type { Suite } from "../core/suite.ts";
import { casesOf, variantsOf, type PlanRequest } from "./plan.ts";
import { inputText, messagesFor } from "./prompt.ts";

/** Counts protected items in a message; handed in, because the engine knows no recognisers. */
export type CountProtected = (
  text: string,
  lists: { readonly protected: readonly string[]; readonly allowed: readonly string[] },
) => number;

/**
 * Exposure (design: data hygiene): protected items per case in the messages that would be sent,
 * per variant and input, without any model. Only suites whose cases name protected values count.
 */
export function measureExposure(
  request: Pick<PlanRequest, "suites" | "variants" | "inputs" | "profile" | "seed">,
  count: CountProtected,
): ExposureRow[] {
  return request.suites.flatMap((suite) =>
    casesOf(suite, request.profile)
      .filter((graded) => graded.expected.protected !== undefined)
      .flatMap((graded) => caseExposure(request, { suite, graded }, count)),
  );
}

function caseExposure(
  request: Pick<PlanRequest, "variants" | "inputs" | "profile" | "seed">,
  { suite, graded }: { readonly suite: Suite; readonly graded: Case },
  count: CountProtected,
): ExposureRow[] {
  const lists = {
    protected: graded.expected.protected ?? [],
    allowed: graded.expected.allowed ?? [],
  };
  return request.inputs
    .filter((input) => inputText(graded, input) !== undefined)
    .flatMap((input) =>
      variantsOf(suite, request, graded).map((variant) => ({
        suite: suite.name,
        case: graded.id,
        variant,
        input,
        items: count(
          messagesFor(suite, graded, { variant, input })
            .map((message) => message.content)
            .join("\n"),
          lists,
        ),
      })),
    );
}
