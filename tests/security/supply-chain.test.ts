import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import CycloneDX from "@cyclonedx/cyclonedx-library";
import { describe, expect, test } from "vitest";
import { catalog } from "../../models/catalog.ts";
import { programFolder } from "../../scripts/folders.ts";
import { makeBill } from "../../scripts/sbom/make-bill.ts";
import { checkLicences, listLicences } from "../../scripts/supply-chain/check-licences.ts";
import { checkLockfile } from "../../scripts/supply-chain/check-lockfile.ts";
import { licenceList } from "../../scripts/supply-chain/licence-list.ts";
import { readLockfile, readPackageManifest } from "../../scripts/supply-chain/read-lockfile.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const lock = readLockfile();
const manifest = readPackageManifest();
const sum = "sha512-aaaa";

describe("the lockfile", () => {
  test("has a checksum for every package, no foreign source and no undecided script", () => {
    expect(checkLockfile(lock, manifest)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(900);
  });

  test.each([
    ["no checksum", { version: "1.0.0" }, "ohne Prüfsumme"],
    ["a weak checksum", { version: "1.0.0", integrity: "sha1-aaaa" }, "ohne Prüfsumme"],
    [
      "a foreign source",
      { version: "1.0.0", integrity: sum, resolved: "https://fremd.example/x.tgz" },
      "fremd.example",
    ],
    [
      "a look-alike",
      { version: "1.0.0", integrity: sum, resolved: "https://registry.npmjs.org.fremd.example/x" },
      "fremd.example",
    ],
    ["a script", { version: "1.0.0", integrity: sum, hasInstallScript: true }, "allowScripts"],
  ])("is refused with %s", (_, entry, problem) => {
    const packages = { ...lock.packages, "node_modules/fremd": entry };
    const [said, ...more] = checkLockfile({ ...lock, packages }, manifest);
    expect(more).toEqual([]);
    expect(said).toContain(problem);
  });

  test.each(["^1.0.0", "~1.0.0", "latest", "*", "1.x", "git+https://fremd.example/x.git"])(
    "%s is no exact version",
    (version) => {
      const dependencies = { ...manifest.dependencies, fremd: version };
      expect(checkLockfile(lock, { ...manifest, dependencies })).toHaveLength(1);
    },
  );

  test("allows code at installation to the package `node` alone", () => {
    const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
    expect(allowed.map(([name]) => name)).toEqual(["node"]);
  });
});

describe("licences", () => {
  test("of all packages are listed and go together with the EUPL-1.2", () => {
    expect(checkLicences(listLicences(lock))).toEqual([]);
    const file = join(programFolder, "docs", "lizenzen.json");
    expect(readFileSync(file, "utf8") === licenceList()).toBe(true);
  });

  test.each([
    ["GPL-3.0-only", false],
    ["AGPL-3.0-or-later", false],
    ["SSPL-1.0", false],
    ["UNLICENSED", false],
    ["", false],
    ["SEE LICENSE IN LICENSE.txt", false],
    ["MIT AND GPL-2.0-only", false],
    ["CC-BY-SA-4.0", false],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["Apache-2.0 AND LGPL-3.0-or-later", true],
  ])("%j: %s", (licence, isRight) => {
    const one = { name: "fremd", version: "1.0.0", licence, dev: false };
    expect(checkLicences([one])).toHaveLength(isRight ? 0 : 1);
  });
});

test("weights are pinned by hash, and their packages by version", () => {
  for (const { sha256, bytes, packages } of Object.values(catalog)) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(bytes).toBeGreaterThan(0);
    for (const { version } of packages) expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  }
});

describe("the bill of materials", { timeout: 60_000 }, () => {
  test("is CycloneDX 1.6, the same twice, and names the weights", async () => {
    const [bill, again] = [await makeBill({ dev: false }), await makeBill({ dev: false })];
    expect(again).toEqual(bill);
    const { JsonStrictValidator } = CycloneDX.Validation;
    const validator = new JsonStrictValidator(CycloneDX.Spec.Version.v1dot6);
    expect(await validator.validate(JSON.stringify(bill))).toBeNull();
    const broken = JSON.stringify({ ...bill, components: [{ type: "unsinn" }] });
    expect(await validator.validate(broken)).not.toBeNull();
    const text = JSON.stringify(bill.components);
    const hashes = Object.values(catalog).map(({ sha256 }) => sha256);
    const names = Object.keys(manifest.dependencies).map((name) => `"name":"${name}"`);
    expect([...hashes, ...names].filter((part) => !text.includes(part))).toEqual([]);
    expect(text.includes('"name":"vitest"')).toBe(false);
  });
});

test(
  "npm pack gives the same bytes twice, and only what is listed",
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const packs: Buffer[] = [];
    for (const name of ["a", "b"]) {
      const place = join(folder, name);
      mkdirSync(place);
      await promisify(execFile)("npm", ["pack", "--ignore-scripts", "--pack-destination", place], {
        cwd: programFolder,
      });
      const [file = ""] = readdirSync(place);
      packs.push(readFileSync(join(place, file)));
      // Another time of change makes no other package.
      utimesSync(join(programFolder, "README.md"), new Date(), new Date());
    }
    expect(packs[0]?.length).toBeGreaterThan(100_000);
    expect(Buffer.compare(packs[0] ?? Buffer.alloc(0), packs[1] ?? Buffer.alloc(1))).toBe(0);
    const { stdout } = await promisify(execFile)(
      "npm",
      ["pack", "--dry-run", "--json", "--ignore-scripts"],
      {
        cwd: programFolder,
        maxBuffer: 10_000_000,
      },
    );
    const [about] = Object.values(
      JSON.parse(stdout) as Record<string, { files: { path: string }[] }>,
    );
    const paths = about?.files.map(({ path }) => path) ?? [];
    const strays = paths.filter((path) =>
      /^(?:tests|runs|node_modules)\/|(?:^|\/)\.env|\.log$/u.test(path),
    );
    expect(strays).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(["scripts/eval.mjs", "SECURITY.md", "LICENSE"]));
  },
);
