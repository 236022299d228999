import { z } from "zod";
import { defineGrader, type GraderContext, type Judgement } from "../core/grader.ts";
import { chosenOption, type ChosenOption } from "./text/chosen-option/chosen-option.ts";
import {
  impliedChoices,
  indexOfChoice,
  readChoices,
  type Choice,
} from "./text/chosen-option/choices.ts";

const options = z.strictObject({});

/**
 * Did the answer choose the right one of the offered options? Value 1 or 0. The option may be
 * named by letter or text, alone or in running text: „Die richtige Antwort ist B“, „(b)“, „Antwort:
 * Unbekannt“, „A scheidet aus, B trifft zu“, a ticked or bold line of the repeated list. Denied and
 * asked options are not chosen.
 *
 * `expected.choices` lists the options, `expected.choice` is the right one (letter or text).
 * Without the list, a letter stands among A to D at least, and Ja and Nein for each other. Class
 * when failed: `unparseable` when no single option was chosen, else `wrong`. Measures: `options`,
 * `parsed` (0 or 1), `chosen` (position from 1; only when parsed).
 *
 * Unscored: no `expected.choice`; a text without a list to choose from; a right option that is not
 * in the list. Does not measure: whether the reasons given are right; options in the words of
 * another language.
 *
 * @example
 * choice.grade({
 *   answer: "Nicht A, sondern B trifft zu.",
 *   case: { expected: { choice: "B", choices: ["Widerspruch", "Klage"] } },
 * }).score; // value 1
 */
export const choice = defineGrader({
  name: "choice",
  version: "5",
  title: "Wählt die richtige der angebotenen Möglichkeiten",
  needs: ["expected.choice"],
  options,
  judge: judgeChoice,
});

function judgeChoice(answer: string, context: GraderContext<z.output<typeof options>>): Judgement {
  const { choice: authored = "", choices: offered } = context.case.expected ?? {};
  const listed = offered ?? impliedChoices(authored);
  if (listed === undefined) {
    return { status: "unscored", reason: "Im Fall fehlt, woraus zu wählen war: expected.choices." };
  }
  const choices = readChoices(listed);
  const right = indexOfChoice(choices, authored);
  if (right < 0) {
    return {
      status: "unscored",
      reason: `Die richtige Auswahl „${authored}“ steht nicht unter den angebotenen.`,
    };
  }
  return judgementOf(chosenOption(answer, choices, context.case.input?.question), choices, right);
}

function judgementOf(found: ChosenOption, choices: readonly Choice[], right: number): Judgement {
  if (found.status !== "chosen") {
    const reason =
      found.status === "several"
        ? "Die Antwort legt sich nicht auf eine Möglichkeit fest."
        : "Die Antwort wählt keine der angebotenen Möglichkeiten.";
    return {
      status: "scored",
      value: 0,
      reason,
      measures: { options: choices.length, parsed: 0 },
      evidence: found.places.slice(0, 20).map(({ start, end }) => ({ start, end, kind: "named" })),
      failureClass: "unparseable",
    };
  }
  const isRight = found.choice === right;
  const chosen = `Gewählt: ${nameOf(choices[found.choice])}.`;
  const { start, end } = found.place;
  return {
    status: "scored",
    value: isRight ? 1 : 0,
    reason: isRight
      ? `${chosen} Das ist richtig.`
      : `${chosen} Richtig: ${nameOf(choices[right])}.`,
    measures: { options: choices.length, parsed: 1, chosen: found.choice + 1 },
    evidence: [{ start, end, kind: isRight ? "right" : "wrong" }],
  };
}

function nameOf(named: Choice | undefined): string {
  if (named === undefined) return "";
  return named.text === "" ? named.letter : `${named.letter} („${named.text}“)`;
}
