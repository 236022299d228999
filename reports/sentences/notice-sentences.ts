import { agree, counted } from "./counted.ts";

/** Where numbers say less than they seem to. */
export function noticesSentence(count: number): string {
  if (count === 0) return "Zu einzelnen Zahlen gibt es keine Hinweise.";
  return `${counted(count, "notice")}: ${agree(count, "Diese Zahl sagt", "Diese Zahlen sagen")} weniger, als es scheint.`;
}
