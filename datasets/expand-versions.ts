import type { AuthoredCase, Case, Version } from "../core/case.ts";

/** A placeholder that the versions of a template left empty, or one that no version needs. */
export interface VersionFlaw {
  readonly message: string;
  /** Way to the place inside the authored case. */
  readonly path: readonly (string | number)[];
}

/**
 * The cases that an authored row stands for: itself, or one per version with `{name}` and other
 * placeholders filled in everywhere, so that the versions differ in nothing but the person. What the
 * versions call `name` becomes `expected.names` unless the row lists names itself.
 */
export function expandVersions(authored: AuthoredCase): Case[] {
  const { versions, ...template } = authored;
  if (versions === undefined) return [template];
  const names = [...new Set(versions.flatMap(({ fill }) => fill["name"] ?? []))];
  return versions.map((version) => {
    const filled = fillCase(template, version);
    const expected = { ...(names.length > 0 && { names }), ...filled.expected };
    return {
      ...filled,
      expected,
      id: `${template.id}-${version.id}`,
      template: template.id,
      group: version.group,
    };
  });
}

/** Placeholders without a value, values without a placeholder, and versions of the same name. */
export function findVersionFlaws(authored: AuthoredCase): VersionFlaw[] {
  const { versions, ...template } = authored;
  if (versions === undefined) return [];
  const used = new Set(
    filledFields.flatMap((field) => placeholdersIn(JSON.stringify(template[field]))),
  );
  const ids = versions.map(({ id }) => id);
  return versions.flatMap((version, index) => {
    const at = ["versions", index];
    const missing = [...used].filter((name) => !Object.hasOwn(version.fill, name));
    const needless = Object.keys(version.fill).filter((name) => !used.has(name));
    return [
      ...missing.map((name) => ({ message: `fill.${name} fehlt`, path: [...at, "fill"] })),
      ...needless
        .filter((name) => name !== "name")
        .map((name) => ({
          message: `{${name}} kommt in der Vorlage nicht vor`,
          path: [...at, "fill", name],
        })),
      ...(ids.indexOf(version.id) === index
        ? []
        : [{ message: `die Fassung „${version.id}“ steht zweimal`, path: [...at, "id"] }]),
    ];
  });
}

/** Fields in which placeholders are filled. */
const filledFields = ["input", "expected", "reference", "passes", "fails"] as const;

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? "");
}

const placeholder = /\{([a-z][a-z0-9_]*)\}/gu;

function fillCase(template: Case, { fill }: Version): Case {
  const filled = Object.fromEntries(
    filledFields.map((field) => [field, fillValue(template[field], fill)]),
  );
  return { ...template, ...filled };
}

function fillValue(value: unknown, fill: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") {
    return value.replaceAll(placeholder, (whole, name: string) => fill[name] ?? whole);
  }
  if (Array.isArray(value)) return value.map((entry) => fillValue(entry, fill));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, fillValue(entry, fill)]),
  );
}
