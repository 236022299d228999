import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { catalog } from "../../models/catalog.ts";
import { programFolder } from "../folders.ts";
import { packageName, readLockfile } from "../supply-chain/read-lockfile.ts";

/** A bill of materials in CycloneDX 1.6, as far as it is looked at here. */
export interface Bill {
  readonly serialNumber: string;
  readonly components: readonly object[];
}

interface NpmBill {
  readonly metadata: { readonly timestamp?: string };
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}

interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
}

/**
 * The bill of materials by `npm sbom`, which reads the lockfile alone, with the weights of the embedded
 * models as components. It holds no time, and its number comes of its content, so that the same
 * lockfile gives the same bytes. Source: CycloneDX 1.6 (ECMA-424).
 */
export async function makeBill({ dev }: { readonly dev: boolean }): Promise<Bill> {
  const all = await askNpm();
  const { metadata, components, ...rest } = dev ? all : withoutDevelopers(all);
  const { timestamp: _time, ...about } = metadata;
  const content = {
    ...rest,
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    specVersion: "1.6",
    metadata: about,
    components: [...components, ...weights()],
  };
  const hash = createHash("sha256").update(JSON.stringify({ ...content, serialNumber: "" }));
  return { ...content, serialNumber: `urn:uuid:${uuidOf(hash.digest("hex"))}` };
}

/**
 * Leaves out what only developers need, by the lockfile. `npm sbom --omit dev` (11.19) would leave out
 * packages that are needed by both as well, zod and tsx among them.
 */
function withoutDevelopers(bill: NpmBill): NpmBill {
  const needed = new Set(
    Object.entries(readLockfile().packages)
      .filter(([, { dev }]) => dev !== true)
      .map(([place, { version }]) => `${packageName(place)}@${version}`),
  );
  const components = bill.components.filter(({ name, version }) =>
    needed.has(`${name}@${version}`),
  );
  const refs = new Set(components.map((one) => one["bom-ref"]));
  const root = bill.dependencies[0]?.ref ?? "";
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref) || ref === root)
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((one) => refs.has(one)),
    }));
  return { ...bill, components, dependencies };
}

/** The files of the embedded models: fetched at first use, checked by their hash. */
function weights(): object[] {
  return Object.entries(catalog).map(([name, { title, sha256, license, packages, file }]) => ({
    "bom-ref": `weights:${name}`,
    type: "machine-learning-model",
    name: title,
    version: packages[0]?.version ?? "",
    scope: "optional",
    hashes: [{ alg: "SHA-256", content: sha256 }],
    licenses: [{ license: { name: license } }],
    properties: [
      { name: "amtsprobe:file", value: file },
      ...packages.map((one) => ({
        name: "amtsprobe:source",
        value: `pkg:pypi/${one.name}@${one.version}`,
      })),
    ],
  }));
}

/** A UUID of version 8 (RFC 9562), made of a hash. */
function uuidOf(hex: string): string {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

async function askNpm(): Promise<NpmBill> {
  const words = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const run = promisify(execFile);
  try {
    const { stdout } = await run(process.execPath, [findNpm(), ...words, "--offline"], {
      cwd: programFolder,
      env: ownVariables(),
      maxBuffer: 100_000_000,
    });
    return JSON.parse(stdout) as NpmBill;
  } catch (cause) {
    throw new UserError(
      "Die Stückliste lässt sich nicht aufstellen: npm ist nicht da oder scheitert.",
      {
        code: "no-npm",
        exitCode: exitCodes.infrastructure,
        nextStep: "Rufen Sie den Befehl mit „npm run sbom“ auf; npm gehört zu Node.js.",
        cause,
      },
    );
  }
}

/** npm reads a file of this folder and needs nothing else of what stands in the variables. */
function ownVariables(): NodeJS.ProcessEnv {
  const needed =
    /^(?:PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|TEMP|TMP|TMPDIR|NODE_OPTIONS|EGRESS_\w+)$/iu;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => needed.test(name)));
}

/** The program of npm: the one that started us, else the first in the path. */
function findNpm(): string {
  const own = process.env["npm_execpath"] ?? "";
  if (own.endsWith(".js")) return own;
  const places = (process.env["PATH"] ?? "").split(delimiter);
  const found = places.map((place) => followed(join(place, "npm"))).find((path) => path !== "");
  return found ?? "npm";
}

function followed(path: string): string {
  try {
    const real = realpathSync(path);
    return real.endsWith(".js") ? real : "";
  } catch {
    return "";
  }
}
