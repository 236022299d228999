import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";

const skipped = new Set(["node_modules", "runs", ".git"]);

function documents(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return documents(path);
    return entry.name.endsWith(".md") && !entry.name.startsWith("LICENSE") ? [path] : [];
  });
}

const { scripts } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

describe.each(documents(programFolder).map((file) => [relative(programFolder, file), file]))(
  "%s",
  (_name, file) => {
    const text = readFileSync(file, "utf8");

    test("links only to files that exist", () => {
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(
        (match) => match[1] ?? "",
      );
      const missing = links.filter((link) => !existsSync(join(dirname(file), link)));
      expect(missing).toEqual([]);
    });

    test("names only paths that exist", () => {
      const rooms = new Set(
        readdirSync(programFolder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && !skipped.has(entry.name))
          .map((entry) => entry.name),
      );
      const paths = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/gu)]
        .map((match) => match[1] ?? "")
        .filter((path) => rooms.has(path.split("/")[0] ?? ""));
      const missing = paths.filter((path) => !existsSync(join(programFolder, path)));
      expect(missing).toEqual([]);
    });

    test("names only commands that exist", () => {
      const named = [...text.matchAll(/npm (?:run (?:-s )?([\w:-]+)|(test)\b)/gu)].map(
        (match) => match[1] ?? match[2] ?? "",
      );
      const unknown = named.filter((name) => !Object.hasOwn(scripts, name));
      expect(unknown).toEqual([]);
    });
  },
);
