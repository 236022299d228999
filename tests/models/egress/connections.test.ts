import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connections } from "../../../models/egress/connections.ts";
import { programFolder } from "../../../scripts/folders.ts";

const folder = join(programFolder, "models");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(?:ts|py)$/u.test(name))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

test("every row of the table has a place in the code, and every place a row", () => {
  const permitted = [
    ...sources.matchAll(/permitAddress\([^;]*?"(?<kind>[a-z]+)"(?:\)|,)/gu),
    ...sources.matchAll(/\bkind: "(?<kind>[a-z]+)",\s*baseURL/gu),
  ].map(({ groups }) => groups?.["kind"] ?? "");
  // pip and the name server are reached without `permitAddress`.
  const used = new Set([...permitted, "registry", "resolver"]);
  expect([...used].toSorted()).toEqual(connections.map(({ kind }) => kind).toSorted());
});

test("no other room opens connections or names an address on the web that it could call", () => {
  const rooms = ["core", "graders", "datasets", "engine", "analysis", "reports", "training"];
  const calling = rooms.flatMap((room) =>
    readdirSync(join(programFolder, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .filter((name) =>
        /from "(?:undici|(?:node:)?(?:net|tls|http2?|https|dgram|dns)(?:\/promises)?)"|\bfetch\(|WebSocket\(/u.test(
          readFileSync(join(programFolder, room, name), "utf8"),
        ),
      )
      .map((name) => `${room}/${name}`),
  );
  expect(calling).toEqual([]);
});
