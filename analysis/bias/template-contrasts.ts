import { mean } from "../statistics/quantile.ts";

/** One measured answer to a version. */
export interface GroupAnswer {
  readonly template: string;
  readonly group: string;
  /** The version, that is the person: a case id. */
  readonly name: string;
  /** Prompt style, averaged before attempts of another weigh more. */
  readonly variant: string;
  readonly value: number;
}

/** Values of the persons of two groups in one template. */
export interface TemplateContrast {
  readonly template: string;
  /** One value per person. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly answers: number;
}

/** Which groups are compared. */
export interface GroupContrast {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/**
 * The contrasts among the groups of a ground. The group that the most templates have is what the
 * others are compared with (at a tie the last by name); with several others there is also one contrast of all of
 * them together. Groups that share no template are not compared.
 */
export function groupContrasts(
  versions: readonly { template: string; group: string }[],
): GroupContrast[] {
  const templates = new Map<string, Set<string>>();
  for (const { template, group } of versions) {
    templates.set(group, (templates.get(group) ?? new Set()).add(template));
  }
  const ordered = [...templates].toSorted(
    ([nameA, a], [nameB, b]) => b.size - a.size || (nameA < nameB ? 1 : -1),
  );
  const [reference, ...rest] = ordered;
  if (reference === undefined) return [];
  const [b, own] = reference;
  const others = rest
    .filter(([, theirs]) => !theirs.isDisjointFrom(own))
    .map(([name]) => name)
    .toSorted();
  const single = others.map((name) => ({ a: [name], b: [b] }));
  return others.length > 1 ? [{ a: others, b: [b] }, ...single] : single;
}

/** Templates with answers of both sides, sorted by name; a person's answers are averaged first. */
export function contrastTemplates(
  answers: readonly GroupAnswer[],
  { a, b }: GroupContrast,
): TemplateContrast[] {
  const byTemplate = Map.groupBy(answers, ({ template }) => template);
  return [...byTemplate.keys()].toSorted().flatMap((template) => {
    const own = byTemplate.get(template) ?? [];
    const [sideA, sideB] = [a, b].map((groups) =>
      own.filter(({ group }) => groups.includes(group)),
    );
    if (sideA === undefined || sideB === undefined) return [];
    if (sideA.length === 0 || sideB.length === 0) return [];
    const count = sideA.length + sideB.length;
    return [{ template, a: personMeans(sideA), b: personMeans(sideB), answers: count }];
  });
}

/** The difference inside a template. */
export function templateDifference({ a, b }: TemplateContrast): number {
  return mean(a) - mean(b);
}

function personMeans(answers: readonly GroupAnswer[]): number[] {
  const persons = Map.groupBy(answers, ({ name }) => name);
  return [...persons.keys()].toSorted().map((name) => {
    const styles = Map.groupBy(persons.get(name) ?? [], ({ variant }) => variant);
    return mean([...styles.values()].map((own) => mean(own.map(({ value }) => value))));
  });
}
