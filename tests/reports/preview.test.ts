import { describe, expect, test } from "vitest";
import { renderPreview } from "../../reports/preview.ts";

const preview = {
  suite: "probe",
  title: "Probe & Vorschau",
  cases: [
    {
      id: "hundesteuer",
      messages: [{ variant: "geschult", input: "Originaltext", text: "Was kostet <b>das</b>?" }],
      reference: "96 Euro",
      language: "de",
    },
  ],
};

describe("renderPreview", () => {
  const html = renderPreview(preview);

  test("shows the message as text and leads to the case", () => {
    expect(html).toContain("Was kostet &lt;b&gt;das&lt;/b&gt;?");
    expect(html).toContain('href="#fall-hundesteuer"');
    expect(html).toContain('id="fall-hundesteuer"');
    expect(html).toContain("<title>Probe &amp; Vorschau – Vorschau</title>");
  });

  test("needs nothing beside itself", () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|src="http/u);
  });
});
