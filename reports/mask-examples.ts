import type { Card } from "../core/card.ts";
import type { ExampleAnswer, TaskExample } from "../core/findings-examples.ts";

interface ExampleMasks {
  /** Masked cards by their anchors. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Blackens what stands whole in a text. */
  readonly mask: (text: string, place: { readonly suite: string; readonly case: string }) => string;
  /** Blackens the end of an excerpt that is cut off: a value may be cut there too. */
  readonly withoutCutEnd: (excerpt: Pick<ExampleAnswer, "excerpt" | "length">) => string;
}

/** Blackens passages in the examples of a task, as on their cards. */
export function maskExample(example: TaskExample, masks: ExampleMasks): TaskExample {
  const { suite, good, bad } = example;
  const side = <Side extends ExampleAnswer>(answer: Side): Side => {
    const place = { suite, case: answer.case };
    const { question } = answer;
    return {
      ...answer,
      excerpt: masks.mask(masks.withoutCutEnd(answer), place),
      ...(question !== undefined && { question: masks.mask(question, place) }),
    };
  };
  return {
    ...example,
    ...(good !== undefined && { good: side(good) }),
    ...(bad !== undefined && { bad: ofCard(side(bad), masks.cards.get(bad.anchor)) }),
  };
}

type BadExample = NonNullable<TaskExample["bad"]>;

/** The card knows the whole answer, so its masks reach further. */
function ofCard(bad: BadExample, card: Card | undefined): BadExample {
  if (card === undefined) return bad;
  const reason = card.reasons[0]?.reason ?? bad.reason;
  return { ...bad, excerpt: card.answer.slice(0, bad.excerpt.length), reason };
}
