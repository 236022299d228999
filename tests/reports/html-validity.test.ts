import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../reports/html.ts";
import { findingsFixture, fixtureNames } from "../helpers/findings-fixture.ts";

/** Two rules of taste are off: answers end their lines with blanks, and titles are as long as given. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off" },
});

describe("the report is valid HTML", () => {
  const reports = fixtureNames.flatMap((name) =>
    (["de", "en"] as const).map((language) => ({ name, language })),
  );

  test.each(reports)("$name in $language", async ({ name, language }) => {
    const { findings, cards } = findingsFixture(name);
    const report = await validator.validateString(renderHtml(findings, cards, { language }));
    const messages = report.results.flatMap((result) =>
      result.messages.map(
        (found) => `${found.line}:${found.column} ${found.ruleId} ${found.message}`,
      ),
    );
    expect(messages).toEqual([]);
  });
});
