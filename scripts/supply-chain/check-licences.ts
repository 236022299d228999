import parse from "spdx-expression-parse";
import rules from "./licences.json" with { type: "json" };
import { packageName, type Lockfile } from "./read-lockfile.ts";

/** A package and what it may be used under. */
export interface LicencedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Needed by developers only; nobody who uses the program gets it. */
  readonly dev: boolean;
}

const compatible: ReadonlySet<string> = new Set(Object.values(rules.compatible).flat());
const forDevelopers: ReadonlySet<string> = new Set(rules.developersOnly.licences);
const readAs = new Map(Object.entries(rules.readAs));
const packages = new Map(Object.entries(rules.packages));

/** Every package of the lockfile with its licence as an SPDX expression, by name and version. */
export function listLicences({ packages: locked }: Lockfile): LicencedPackage[] {
  const all = Object.entries(locked)
    .filter(([place]) => place !== "")
    .map(([place, { version, license = "", dev = false }]) => {
      const name = packageName(place);
      const known = packages.get(name) ?? readAs.get(license);
      return { name, version, licence: known?.licence ?? license, dev };
    });
  const single = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...single.values()].toSorted((a, b) =>
    `${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1,
  );
}

/** Packages that may not go together with the EUPL-1.2, or name no licence; German sentences. */
export function checkLicences(listed: readonly LicencedPackage[]): string[] {
  return listed
    .filter(({ licence, dev }) => !isCompatible(licence) && !(dev && forDevelopers.has(licence)))
    .map(({ name, version, licence }) => {
      const named = licence === "" ? "nennt keine Lizenz" : `steht unter ${licence}`;
      return `${name}@${version} ${named}; das ist nicht als verträglich mit der EUPL-1.2 verzeichnet`;
    });
}

function isCompatible(expression: string): boolean {
  try {
    return holds(parse(expression));
  } catch {
    return false;
  }
}

function holds(node: ReturnType<typeof parse>): boolean {
  if ("license" in node) return compatible.has(node.license);
  const [left, right] = [holds(node.left), holds(node.right)];
  return node.conjunction === "or" ? left || right : left && right;
}
