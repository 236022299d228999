import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { UserError, exitCodes } from "../core/user-error.ts";
import data from "./promptfoo-packages.json" with { type: "json" };

/** Providers of promptfoo that need packages which are not installed with Amtsprobe. */
export const extraPackages = z
  .array(z.strictObject({ providers: z.array(z.string()), packages: z.array(z.string()) }))
  .parse(data);

/**
 * Refuses a provider whose packages are missing, with the lines that install them. A package that the
 * project replaced by an empty one (`overrides` in `package.json`) counts as missing.
 */
export function requirePackages(provider: string, isInstalled = isRealPackage): void {
  const missing = packagesOf(provider).filter((name) => !isInstalled(name));
  if (missing.length > 0) throw missingPackages(provider, missing);
}

/** What to say when packages are missing. */
export function missingPackages(provider: string, missing: readonly string[]): UserError {
  const names = missing.join(" ");
  const overrides = missing.map((name) => `'overrides[${name}]'`).join(" ");
  return new UserError(`Für „promptfoo:${provider}“ fehlt: ${missing.join(", ")}.`, {
    code: "missing-package",
    exitCode: exitCodes.usage,
    nextStep: `Installieren Sie es mit: npm pkg delete ${overrides} && npm i ${names}`,
  });
}

function packagesOf(provider: string): readonly string[] {
  const matching = extraPackages.flatMap(({ providers, packages }) =>
    providers
      .filter((prefix) => provider === prefix || provider.startsWith(`${prefix}:`))
      .map((prefix) => ({ prefix, packages })),
  );
  const longest = matching.toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
  return longest?.packages ?? [];
}

const require = createRequire(import.meta.url);

/** True for an installed package; one that is replaced by an empty one is not. */
export function isRealPackage(name: string): boolean {
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = readManifest(join(folder, name, "package.json"));
    if (manifest !== undefined) return manifest.name === name;
  }
  return false;
}

const manifestSchema = z.object({ name: z.string(), version: z.string() });

function readManifest(file: string): z.infer<typeof manifestSchema> | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** The installed version of promptfoo, read without loading it. */
export function promptfooVersion(): string {
  const entry = require.resolve("promptfoo");
  return readManifest(join(dirname(entry), "..", "..", "package.json"))?.version ?? "unknown";
}
