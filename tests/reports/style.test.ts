import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import kernClasses from "../../reports/style/kern-classes.json" with { type: "json" };
import { renderHtml } from "../../reports/html.ts";
import { buildReportStyle, fontLicenceFile, styleFile } from "../../scripts/build-report-style.ts";
import { findingsFixture, fixtureNames } from "../helpers/findings-fixture.ts";

const built = readFileSync(styleFile, "utf8");

/** Classes of the rendered pages. */
const used = new Set(
  fixtureNames.flatMap((name) => {
    const { findings, cards } = findingsFixture(name);
    const page = renderHtml(findings, cards).replace(/<style>.*<\/style>/su, "");
    return [...page.matchAll(/class="([^"]*)"/gu)].flatMap((match) => (match[1] ?? "").split(" "));
  }),
);

describe("style of the report", () => {
  test("building it again gives the committed bytes", async () => {
    expect(await buildReportStyle(), "run: tsx scripts/build-report-style.ts").toBe(built);
  });

  test("it keeps what the licences ask for", () => {
    expect(built).toContain(
      "/*! KERN UX-Standard (@kern-ux/native 2.7.2), EUPL-1.2, https://gitlab.opencode.de/kern-ux/kern-ux-plain – reduziert */",
    );
    expect(readFileSync(fontLicenceFile, "utf8")).toContain("SIL OPEN FONT LICENSE Version 1.1");
  });

  test("the list of KERN classes is exactly what the pages use", () => {
    const kern = [...used].filter((name) => name.startsWith("kern-"));
    expect(kern.toSorted()).toEqual(kernClasses.toSorted());
  });

  test("every variable that the styles use is defined", () => {
    const style = ["report", "chart", "print"]
      .map((name) => readFileSync(`reports/style/${name}.css`, "utf8"))
      .join("\n");
    const defined = new Set(
      [...`${built}\n${style}`.matchAll(/(--[\w-]+)\s*:/gu)].map(([, name]) => name),
    );
    const wanted = [...style.matchAll(/var\((--[\w-]+)/gu)].map(([, name]) => name);
    expect(wanted.filter((name) => !defined.has(name))).toEqual([]);
  });

  test("every class of our own that the pages use has a rule", () => {
    const style = ["report", "chart", "print"]
      .map((name) => readFileSync(`reports/style/${name}.css`, "utf8"))
      .join("\n");
    const own = [...used].filter((name) => name !== "" && !name.startsWith("kern-"));
    expect(own.filter((name) => !style.includes(`.${name}`))).toEqual([]);
  });
});
