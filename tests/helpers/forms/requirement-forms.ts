import { competences } from "../../../core/findings-training-need.ts";
import type { Say } from "../../../reports/say.ts";
import { findingsFixture } from "../findings-fixture.ts";

type Forms = (say: Say) => readonly string[];

const { procurement, trainingNeed } = findingsFixture("procurement").findings;
if (procurement === undefined || trainingNeed === undefined) throw new Error("no requirements");
const found = procurement;
const [need] = trainingNeed.needs;
if (need === undefined) throw new Error("no need");
const topic = need;
const upper = (name: string): string => name.toUpperCase();
const offers = { a: "a", b: "b", n: 50, difference: -15, low: -130, high: 95 };
const even = { own: "haus", other: "dienst", plannedPerYear: 100_000 };

/** Sentences on requirements, places and training needs, each with 0, 1 and many. */
export const requirementForms: Readonly<Record<string, Forms>> = {
  rankSentence: (say) =>
    [
      [1, 1],
      [0, 2],
      [1, 3],
      [2, 5],
    ].map(([certain = 0, all = 0]) => say.rankSentence(certain, all)),
  competenceLabel: (say) => competences.map((name) => say.competenceLabel(name)),
  priceSentenceOf: (say) => [
    say.priceSentenceOf(1, 0),
    say.priceSentenceOf(3, 1),
    say.priceSentenceOf(3, 2),
  ],
  leadSentence: (say) => [
    say.leadSentence(found, upper),
    say.leadSentence({ ...found, role: "verifizierend", methods: [] }, upper),
    say.leadSentence({ ...found, methods: [], standings: [] }, upper),
    say.leadSentence({ ...found, offers: found.offers.slice(0, 1), methods: [] }, upper),
    say.leadSentence(
      {
        ...found,
        methods: [],
        offers: found.offers.map((one) => ({ ...one, status: "excluded" })),
      },
      upper,
    ),
    say.leadSentence(
      { ...found, methods: found.methods.map((one) => ({ ...one, first: ["a", "b"] })) },
      upper,
    ),
    say.leadSentence({ ...found, offers: [] }, upper),
  ],
  pairSentence: (say) =>
    [true, false].map((distinguishable) =>
      say.pairSentence({ ...offers, distinguishable, p: 0.8, pHolm: 0.8, method: "m" }, upper),
    ),
  breakEvenSentence: (say) => [
    say.breakEvenSentence({ ...even, result: "from", requestsPerYear: 222_222.2 }, upper),
    say.breakEvenSentence({ ...even, result: "until", requestsPerYear: 50 }, upper),
    say.breakEvenSentence({ ...even, result: "always" }, upper),
    say.breakEvenSentence({ ...even, result: "never" }, upper),
  ],
  corridorSentence: (say) => [
    say.corridorSentence({ chosen: 5, computed: 20.7 }),
    say.corridorSentence({ chosen: 10, computed: 4 }),
  ],
  roleLabel: (say) =>
    (["markterkundung", "verifizierend", "wertend"] as const).map((role) => say.roleLabel(role)),
  placesText: (say) => [
    say.placesText({ best: 1, worst: 1 }),
    say.placesText({ best: 1, worst: 2 }),
  ],
  chosenSentence: (say) => [say.chosenSentence("A")],
  levelText: (say) =>
    (["high", "medium", "low"] as const).flatMap((level) => [
      say.levelText({ ...topic, level, certain: true }),
      say.levelText({ ...topic, level, certain: false }),
    ]),
  needSentence: (say) => [say.needSentence(topic)],
};
