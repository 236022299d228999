import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { programFolder } from "../folders.ts";

const packageSchema = z.object({
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
});

const lockSchema = z.object({
  lockfileVersion: z.int(),
  packages: z.record(z.string(), packageSchema),
});

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  overrides: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

export type Lockfile = z.infer<typeof lockSchema>;
export type PackageManifest = z.infer<typeof manifestSchema>;

/** `package-lock.json` of the program. */
export function readLockfile(): Lockfile {
  return lockSchema.parse(readJson("package-lock.json"));
}

/** The parts of `package.json` that say what is installed. */
export function readPackageManifest(): PackageManifest {
  return manifestSchema.parse(readJson("package.json"));
}

/** The name of a package by its place in the lockfile, e.g. `node_modules/a/node_modules/@b/c`. */
export function packageName(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(programFolder, name), "utf8"));
}
