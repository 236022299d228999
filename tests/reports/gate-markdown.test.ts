import { describe, expect, test } from "vitest";
import { markdownLimits, renderGateMarkdown } from "../../reports/gate-markdown.ts";
import { renderGateTable } from "../../reports/gate-table.ts";
import { gateFixture } from "../helpers/gate-fixture.ts";
import { hostileTexts } from "../helpers/hostile-texts.ts";

describe("renderGateMarkdown", () => {
  test("outcome, reasons, the rule, tables, and what got worse with both answers", () => {
    const text = renderGateMarkdown(gateFixture(), markdownLimits.summary);
    expect(text).toMatch(/^## Rot: schlechter geworden\n/u);
    for (const part of [
      "**Regel:**",
      "| Suite |",
      "### Kritische Fälle",
      "In Quarantäne",
      "vorher: Antwort Text",
    ]) {
      expect(text).toContain(part);
    }
    expect(text.indexOf("fall-0")).toBeLessThan(text.indexOf("fall-3"));
  });

  test("a case stands once, however often it was asked, and the next step is named", () => {
    const findings = gateFixture();
    const text = renderGateMarkdown(findings, markdownLimits.summary);
    expect(text.match(/\*\*kritisch: fall-0 \(s,/gu)).toHaveLength(1);
    expect(text).toContain("ebenso in 2 weiteren Versuchen");
    expect(text).not.toContain("weitere Antworten stehen in findings.json");
    expect(text).toContain("**Was jetzt:** Sehen Sie unten nach");
    const table = renderGateTable(findings);
    expect(table.filter((line) => line.startsWith("  kritisch: fall-0 (s,"))).toHaveLength(1);
    const shown = table.filter((line) => line.startsWith("    jetzt:")).length;
    expect(shown).toBe(5);
    expect(table.join("\n")).toContain(`… ${findings.worseTotal - 15} weitere stehen`);
  });

  test("on a terminal a row is a paragraph that fits into 80 columns", () => {
    const table = renderGateTable(gateFixture());
    const from = table.indexOf("") + 3;
    const rows = table.slice(from, table.indexOf("", from));
    expect(rows).toHaveLength(4 * gateFixture().criteria.length);
    expect(rows[0]).toMatch(/^Suite „Suite Text“: schlechter/u);
    expect(rows[2]).toMatch(/^ {2}Fälle \d.*, vorher \d+ %, jetzt \d+ %, Änderung −/u);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
  });

  test("a critical case is named with its model", () => {
    const text = renderGateTable(gateFixture()).join("\n");
    expect(text).toMatch(/^ {2}fall-0 \(s, m Text, \w+, raw\): durchgefallen/mu);
  });

  test.each([2_000, 10_000, markdownLimits.comment])(
    "has at most %d bytes, and counts what it left out",
    (most) => {
      const long = gateFixture("Ä".repeat(3000), 120);
      const text = renderGateMarkdown(long, most);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      expect(text).toMatch(/\*\d+ weitere Antworten stehen in findings\.json\.\*/u);
    },
  );
});

describe.each([
  ["terminal", (text: string) => renderGateTable(gateFixture(text)).join("\n")],
  ["Markdown", (text: string) => renderGateMarkdown(gateFixture(text), markdownLimits.summary)],
])("%s", (_name, render) => {
  test.each([...hostileTexts, "\u001b[31mrot\u001b]0;titel\u0007", "x\n::error::y\n##[add-mask]z"])(
    "shows %j as marks and lets no line begin with a command",
    (text) => {
      const lines = render(text).split("\n");
      const bad = lines.filter((line) =>
        Array.from(line).some((character) => {
          const code = character.codePointAt(0) ?? 0;
          return code < 0x20 && code !== 9;
        }),
      );
      expect(bad).toEqual([]);
      expect(lines.filter((line) => /^\s*::/u.test(line) || line.includes("##["))).toEqual([]);
      expect(lines.join("")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    },
  );
});
