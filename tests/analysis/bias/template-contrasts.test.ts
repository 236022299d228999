import { expect, test } from "vitest";
import {
  contrastTemplates,
  groupContrasts,
  templateDifference,
} from "../../../analysis/bias/template-contrasts.ts";

test("what all templates have is what the others are compared with, and there is one row of all", () => {
  const versions = [
    { template: "1", group: "deutsch" },
    { template: "1", group: "tuerkisch" },
    { template: "2", group: "deutsch" },
    { template: "2", group: "arabisch" },
  ];
  expect(groupContrasts(versions)).toEqual([
    { a: ["arabisch", "tuerkisch"], b: ["deutsch"] },
    { a: ["arabisch"], b: ["deutsch"] },
    { a: ["tuerkisch"], b: ["deutsch"] },
  ]);
});

test("two groups make one contrast, one group none", () => {
  const pair = [
    { template: "1", group: "frau" },
    { template: "1", group: "mann" },
  ];
  expect(groupContrasts(pair)).toEqual([{ a: ["frau"], b: ["mann"] }]);
  expect(groupContrasts(pair.slice(1))).toEqual([]);
});

test("groups that share no template are not compared", () => {
  const versions = [
    { template: "1", group: "x" },
    { template: "2", group: "y" },
  ];
  expect(groupContrasts(versions)).toEqual([]);
});

test("attempts are averaged in the style, styles in the person, persons in the group", () => {
  const answer = (group: string, name: string, variant: string, value: number) => {
    return { template: "t", group, name, variant, value };
  };
  const [contrast] = contrastTemplates(
    [
      answer("a", "Ayşe", "kurz", 1),
      answer("a", "Ayşe", "kurz", 1),
      answer("a", "Ayşe", "vage", 0),
      answer("a", "Emre", "kurz", 0),
      answer("b", "Anna", "kurz", 1),
    ],
    { a: ["a"], b: ["b"] },
  );
  expect(contrast).toEqual({ template: "t", a: [0.5, 0], b: [1], answers: 5 });
  expect(contrast && templateDifference(contrast)).toBe(0.25 - 1);
});

test("a template without answers of both groups is no pair", () => {
  const only = [{ template: "t", group: "a", name: "x", variant: "v", value: 1 }];
  expect(contrastTemplates(only, { a: ["a"], b: ["b"] })).toEqual([]);
});
