import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { programFolder } from "../../scripts/folders.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { completion, reply, startStub } from "./stub-endpoint.ts";

const program = join(programFolder, "tests", "helpers", "watched-promptfoo.ts");

async function watched(...words: string[]): Promise<unknown> {
  const stub = await startStub(reply({ body: completion() }));
  onTestFinished(() => stub.close());
  const args = ["--import", "tsx", program, stub.baseURL, temporaryFolder(), ...words];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: programFolder });
  expect(stub.received).toHaveLength(1);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

test("promptfoo goes nowhere but to the provider, from loading to the end", async () => {
  expect(await watched()).toEqual({ status: "completed", outside: [] });
}, 120_000);

test("the watch sees a connection that leaves this machine", async () => {
  expect(await watched("probe")).toEqual({ status: "completed", outside: ["192.0.2.1"] });
}, 120_000);
