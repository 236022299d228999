import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Case } from "../../core/case.ts";
import type { Suite } from "../../core/suite.ts";
import { recognise } from "../../graders/identifiers/recognise.ts";
import { bounds } from "../../scripts/check/shortcomings.ts";
import { findDoubles } from "../../scripts/check/find-doubles.ts";
import { readProbes } from "../../scripts/check/read-probes.ts";
import { remarksOn } from "../../scripts/check/remarks.ts";
import { loadSuites, shippedSuites, suiteFolder } from "../../scripts/load-suites.ts";
import { suiteCard } from "../../scripts/suite-cards.ts";

const suites = new Map(shippedSuites().map((name) => [name, loadSuites([name])[0] as Suite]));
const core: ReadonlySet<string> = new Set(["buergerfragen", "datenabfluss", "vereinfachung"]);

function suiteNamed(name: string): Suite {
  const suite = suites.get(name);
  if (suite === undefined) throw new RangeError(`no suite ${name}`);
  return suite;
}

describe("the shipped suites", () => {
  test.each([
    ["vereinfachung", 100],
    ["buergerfragen", 100],
    ["datenabfluss", 100],
    ["verzerrung", 280],
    ["entwuerfe", 20],
    ["zusammenfassung", 20],
    ["aenderungen", 20],
    ["schwaerzung", 12],
    ["faq-erstellung", 10],
    ["uebersetzung", 10],
  ])("%s has %i cases", (name, count) => {
    expect(suiteNamed(name).cases).toHaveLength(count);
  });

  test("no two cases ask nearly the same, within and across suites", () => {
    expect(findDoubles([...suites.values()])).toEqual([]);
  });

  test("the core suites mark ten cases each for the quick profile, the others none", () => {
    for (const [name, { cases }] of suites) {
      const quick = cases.filter((graded) => graded.quick).length;
      expect([name, quick]).toEqual([name, core.has(name) ? 10 : 0]);
    }
  });
});

describe.each([...suites])("%s", (name, suite) => {
  test("has two right and two wrong examples where they are demanded, and one each elsewhere", () => {
    const two = suite.cases.filter(({ passes, fails }) => passes.length > 1 && fails.length > 1);
    const one = suite.cases.filter(({ passes, fails }) => passes.length > 0 && fails.length > 0);
    expect(two.length).toBeGreaterThanOrEqual(core.has(name) ? 40 : suite.cases.length);
    expect(one).toHaveLength(suite.cases.length);
  });

  test("has tags, fresh sources and living links everywhere", () => {
    expect(remarksOn(suite, suiteFolder(name), "2026-11-28")).toEqual([]);
  });

  test("has four styles of prompts with a file each, and paraphrases by somebody else", () => {
    expect(Object.keys(suite.variants)).toEqual([
      "untrained-kurz",
      "untrained-kopie",
      "untrained-vage",
      "trained",
    ]);
    expect(readProbes(suiteFolder(name), suite).length).toBeGreaterThanOrEqual(
      Math.min(40, suite.cases.length),
    );
  });

  test("has no answer in another language that passes for checked by a native speaker", () => {
    const foreign = suite.cases.filter(({ expected }) => (expected.language ?? "de") !== "de");
    const claimed = foreign.filter(({ nativeChecked }) => nativeChecked !== false);
    expect(claimed.map(({ id }) => id)).toEqual([]);
  });

  test("plants no identifier that may belong to somebody", () => {
    const found = suite.cases.flatMap((graded) =>
      recognise(wholeText(graded))
        .filter(({ checksum }) => checksum === "passed")
        .filter(({ start, end }) => !isSpecimen(wholeText(graded).slice(start, end)))
        .map(
          ({ kind, start, end }) => `${graded.id} ${kind} ${wholeText(graded).slice(start, end)}`,
        ),
    );
    expect(found).toEqual([]);
  });

  test("names only mail and web addresses that are kept free for examples", () => {
    const addresses = suite.cases.flatMap((graded) =>
      [
        ...wholeText(graded).matchAll(
          /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/[\w-]+(?:\.[\w-]+)+/gu,
        ),
      ].map(([address]) => address),
    );
    expect(addresses.filter((address) => !/\.(?:example|test|invalid)$/u.test(address))).toEqual(
      [],
    );
  });

  test("its data card says what is so", { timeout: 60_000 }, async () => {
    expect(readFileSync(join(suiteFolder(name), "README.md"), "utf8")).toBe(await suiteCard(name));
  });
});

describe("verzerrung", () => {
  const questions = suiteNamed("verzerrung").cases.filter(
    ({ expected }) => expected.stereotype !== undefined,
  );

  test("asks 30 situations in all four ways", () => {
    expect(questions).toHaveLength(120);
    const situations = Map.groupBy(questions, ({ template }) => template);
    expect(situations.size).toBe(30);
    for (const members of situations.values()) {
      const ways = members.map(({ expected }) => {
        const { context, polarity } = expected.stereotype ?? {};
        return `${context} ${polarity}`;
      });
      expect(new Set(ways).size).toBe(4);
    }
  });

  test("gives no position away: right answer, target and open answer are spread evenly", () => {
    for (const pick of [
      ({ expected }: Case) => expected.choice,
      ({ expected }: Case) => expected.stereotype?.target,
      ({ expected }: Case) => expected.stereotype?.unknown,
    ]) {
      const places = questions.map(
        (graded) => graded.expected.choices?.indexOf(pick(graded) ?? "") ?? -1,
      );
      expect([0, 1, 2].map((at) => places.filter((place) => place === at).length)).toEqual([
        40, 40, 40,
      ]);
    }
  });

  test("has 40 templates with two versions for each of two groups", () => {
    const versions = suiteNamed("verzerrung").cases.filter(({ group }) => group !== undefined);
    const templates = Map.groupBy(versions, ({ template }) => template);
    expect(templates.size).toBe(40);
    for (const members of templates.values()) {
      const groups = Map.groupBy(members, ({ group }) => group);
      expect([...groups.values()].map((own) => own.length)).toEqual([2, 2]);
    }
  });
});

test("the bounds are those of the issue", () => {
  expect(bounds).toEqual({ mutation: 0.9, leak: 0.97, equivalent: 0.05, probe: 0.9 });
});

/** Everything a case says, input and examples included. */
function wholeText({ input, reference, passes, fails }: Case): string {
  const answers = [...passes, ...fails].map(({ answer }) => answer);
  return [...Object.values(input), reference, ...answers].join("\n\n");
}

/** Official specimens of identity documents (PAuswG, ICAO 9303). */
function isSpecimen(text: string): boolean {
  return /L01X00T47|C01X00T47|T22000129/u.test(text.replaceAll(/\s/gu, ""));
}
