import { renderHtml } from "../../reports/html.ts";
import { findingsFixture, type FixtureName } from "./findings-fixture.ts";

/** The report of a fixture. */
export function renderFixture(name: FixtureName): string {
  const { findings, cards } = findingsFixture(name);
  return renderHtml(findings, cards);
}

/** The page without its style sheet and its script, which have tests of their own. */
export function withoutStyle(page: string): string {
  return page
    .replace(/<style>.*<\/style>/su, "<style></style>")
    .replace(/<script>.*<\/script>/su, "<script></script>");
}

/** What a reader sees of a page, with ordinary blanks. */
export function textOf(page: string): string {
  return withoutStyle(page)
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/[\s\u00a0]+/gu, " ");
}
