import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { manifestSchema, type Manifest } from "../../core/manifest.ts";
import { programFolder } from "../../scripts/folders.ts";
import {
  readRequirements,
  refuseOtherRequirements,
  requirementsOfRun,
} from "../../scripts/requirements.ts";
import { temporaryFolder, writeIn } from "../helpers/temporary-folder.ts";
import { userErrorOf } from "../helpers/user-error.ts";

const sample = readFileSync(join(programFolder, "docs", "anforderungen.yaml"), "utf8");
const after = new Date("2026-11-25T10:00:00Z");

function manifestWith(recorded: Manifest["requirements"], createdAt: string): Manifest {
  return manifestSchema.parse({ schemaVersion: 1, runId: "r", createdAt, requirements: recorded });
}

test("the hash is that of the bytes, as sha256sum says it, byte-order mark included", () => {
  const file = writeIn(temporaryFolder(), "a.yaml", `\uFEFF${sample}`);
  const { recorded } = readRequirements(file, after);
  expect(recorded.sha256).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"));
  expect(recorded.file).toBe("a.yaml");
});

describe("younger than the run", () => {
  const file = (folder: string) => writeIn(folder, "a.yaml", sample);

  test("refused at the start", async () => {
    const error = await userErrorOf(() =>
      readRequirements(file(temporaryFolder()), new Date("2026-11-19T12:00:00Z")),
    );
    expect(error).toMatchObject({ code: "requirements-younger", exitCode: 2 });
    expect(error.message).toContain("2026-11-20");
  });

  test("the day is the one in Berlin", () => {
    const late = new Date("2026-11-19T23:30:00Z");
    expect(readRequirements(file(temporaryFolder()), late).requirements.date).toBe("2026-11-20");
  });

  test("refused in the analysis", async () => {
    const { recorded } = readRequirements(file(temporaryFolder()), after);
    const manifest = manifestWith(recorded, "2026-11-01T08:00:00Z");
    const error = await userErrorOf(() => requirementsOfRun(manifest, "manifest.json"));
    expect(error.code).toBe("requirements-younger");
  });
});

describe("the requirements of a run", () => {
  const folder = () => writeIn(temporaryFolder(), "a.yaml", sample);

  test("are read from the manifest", () => {
    const { recorded, requirements } = readRequirements(folder(), after);
    const manifest = manifestWith(recorded, "2026-11-21T08:00:00Z");
    expect(requirementsOfRun(manifest, "manifest.json")).toEqual(requirements);
  });

  test("are none when the run had none", () => {
    expect(requirementsOfRun(manifestWith(undefined, "unknown"), "manifest.json")).toBeUndefined();
  });

  test("a text that was changed afterwards is refused", async () => {
    const { recorded } = readRequirements(folder(), after);
    const text = recorded.text.replace("weight: 60", "weight: 61");
    const manifest = manifestWith({ ...recorded, text }, "2026-11-21T08:00:00Z");
    const error = await userErrorOf(() => requirementsOfRun(manifest, "manifest.json"));
    expect(error).toMatchObject({ code: "requirements-changed", exitCode: 2 });
  });

  test("another file is refused, the same one is not", async () => {
    const { recorded } = readRequirements(folder(), after);
    const manifest = manifestWith(recorded, "2026-11-21T08:00:00Z");
    expect(() => refuseOtherRequirements(manifest, folder())).not.toThrow();
    const other = writeIn(temporaryFolder(), "b.yaml", `${sample}\n`);
    const error = await userErrorOf(() => refuseOtherRequirements(manifest, other));
    expect(error.code).toBe("other-requirements");
  });

  test("requirements for a run that had none come too late", async () => {
    const manifest = manifestWith(undefined, "2026-11-21T08:00:00Z");
    const error = await userErrorOf(() => refuseOtherRequirements(manifest, folder()));
    expect(error.code).toBe("requirements-too-late");
  });
});
