import { packageName, type Lockfile, type PackageManifest } from "./read-lockfile.ts";

/** The one place that packages may come from; the lockfile names it or, better, none. */
const registry = "https://registry.npmjs.org/";

/**
 * What is wrong with the lockfile and the versions in `package.json`; German sentences, none when all
 * is right: exact versions, a SHA-512 for every package, no foreign source, no install script that
 * nobody decided about.
 */
export function checkLockfile(lock: Lockfile, manifest: PackageManifest): string[] {
  const locked = Object.entries(lock.packages).filter(([place]) => place !== "");
  return [
    ...inexact(manifest),
    ...locked.flatMap(([place, { integrity, resolved, link }]) => [
      ...(link === true || integrity?.startsWith("sha512-") === true
        ? []
        : [`${place}: ohne Prüfsumme (integrity, SHA-512)`]),
      ...(resolved === undefined || resolved.startsWith(registry)
        ? []
        : [`${place}: kommt von ${resolved}`]),
    ]),
    ...locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([place]) => packageName(place))
      .filter((name) => manifest.allowScripts[name] === undefined)
      .map((name) => `${name}: führt bei der Einrichtung Code aus und steht nicht in allowScripts`),
  ];
}

function inexact({ dependencies, devDependencies, overrides }: PackageManifest): string[] {
  return Object.entries({ ...overrides, ...devDependencies, ...dependencies })
    .filter(([, version]) => !/^(?:npm:[@\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))
    .map(([name, version]) => `${name}: „${version}“ ist keine genaue Fassung`);
}
