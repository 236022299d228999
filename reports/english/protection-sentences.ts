import { counted, listed } from "./counted.ts";

/** Which data classes the cases had, and whether something was held back because of them. */
export function protectionSentence(
  classes: readonly { readonly name: string; readonly cases: number }[],
  withheld: number,
): string {
  const held =
    withheld === 0
      ? "No case was held back for that reason."
      : "What is not tested for that reason stands, with the reason, in the table of the models.";
  if (classes.length === 0) {
    return `Which data classes the cases have the run does not know. ${held}`;
  }
  const parts = classes.map(({ name, cases }) => `${name} in ${counted(cases, "case")}`);
  return `By what their authors entered there is ${listed(parts)}. ${held}`;
}

/** What a model may receive where nobody entered it. */
export function permissionText(embedded: boolean): string {
  return embedded
    ? "not entered; the text does not leave this machine"
    : "not entered; invented and public data only";
}
