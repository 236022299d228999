import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { exitCodes, UserError } from "../core/user-error.ts";
import { readConfig, type Config } from "../datasets/read-config.ts";
import type { NetworkSettings } from "../models/network.ts";
import type { Environment } from "./environment.ts";
import { fromStart, startFolder } from "./start-folder.ts";

/** A configuration and where it was read. */
export interface FoundConfig {
  readonly file: string;
  readonly config: Config;
}

/**
 * The configuration of a command: `--config`, else `AMTSPROBE_CONFIG`, else `amtsprobe.yaml` where the
 * command was typed, else the one in the user's folder; absent when there is none.
 */
export function findConfig(
  named: string | undefined,
  environment: Environment,
): FoundConfig | undefined {
  const chosen = named ?? nonEmpty(environment["AMTSPROBE_CONFIG"]);
  if (chosen !== undefined) return read(existing(fromStart(chosen)));
  const places = [
    join(startFolder(), "amtsprobe.yaml"),
    join(userFolder(environment), "amtsprobe.yaml"),
  ];
  const file = places.find((place) => existsSync(place));
  return file === undefined ? undefined : read(file);
}

/**
 * The user's folder for settings and own cards: `amtsprobe` in `XDG_CONFIG_HOME`, else in `~/.config`
 * (XDG Base Directory Specification).
 */
export function userFolder(environment: Environment): string {
  const shared = environment["XDG_CONFIG_HOME"] ?? "";
  return join(isAbsolute(shared) ? shared : join(homedir(), ".config"), "amtsprobe");
}

/** Proxy and certificate authorities: variables win over the configuration. */
export function networkOf(config: Config | undefined, environment: Environment): NetworkSettings {
  const caFile = nonEmpty(environment["AMTSPROBE_CA_FILE"]) ?? config?.caFile;
  return {
    proxy: nonEmpty(environment["AMTSPROBE_PROXY"]) ?? config?.proxy,
    noProxy: config?.noProxy,
    caFile: caFile === undefined ? undefined : fromStart(caFile),
  };
}

function existing(file: string): string {
  if (existsSync(file)) return file;
  throw new UserError("Diese Einstellungsdatei gibt es nicht.", {
    code: "config-missing",
    exitCode: exitCodes.usage,
    place: { file },
    nextStep:
      "Prüfen Sie den Pfad, oder legen Sie die Datei an; eine Vorlage mit allen Angaben ist amtsprobe.beispiel.yaml.",
  });
}

function read(file: string): FoundConfig {
  return { file, config: readConfig(file) };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === "" ? undefined : text;
}
