import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { jsonSchemas } from "../../scripts/json-schemas.ts";

const folder = join(programFolder, "docs", "schemas");

test("docs/schemas is what „npm run build:schemas“ writes", () => {
  const written = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".schema.json"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  expect(written).toEqual(new Map(jsonSchemas()));
});
