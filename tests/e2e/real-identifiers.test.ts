import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startChatServer } from "../helpers/chat-server.ts";
import { rightAnswer, writeConfig, writeSuite } from "../helpers/probe-suite.ts";
import { runCommandLine } from "../helpers/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

test(
  "what looks like a real person's number is not sent; saying that it is invented lets it go",
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    const file = join(writeSuite(folder, 2), "faelle.yaml");
    const number = "DE89 3704 0044 0532 0130 00";

    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("beträgt 21 Euro", `beträgt 21 Euro, IBAN ${number}`));
    const server = await startChatServer(rightAnswer);
    const words = ["--config", writeConfig(folder, server.baseURL), "--out", join(folder, "lauf")];

    const refused = await runCommandLine("eval", words);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("probe/fall-1: IBAN DE…00");
    expect(refused.stderr).toContain("drei Wege");
    expect(refused.stderr).not.toContain("0532");
    expect(refused.stderr).not.toMatch(/^\s+at /mu);
    expect(server.bodies).toEqual([]);
    expect(existsSync(join(folder, "lauf"))).toBe(false);

    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/(- id: fall-1\n)/u, "$1  protection: synthetic\n"),
    );
    expect(await runCommandLine("eval", words)).toMatchObject({ code: 0 });
    expect(server.bodies).toHaveLength(4);
  },
);
