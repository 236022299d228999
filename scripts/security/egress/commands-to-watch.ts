import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../models/cache-folder.ts";
import { everyCommand, type Order } from "../every-command.ts";

/**
 * The commands that are run under the watch. `llama:` is among them only where its weights are here
 * already, because fetching them is a connection that is meant to be.
 */
export function commandsToWatch(folder: string, config: string): Order[] {
  const [run, other] = [join(folder, "lauf"), join(folder, "lauf2")];
  const evals = [
    ["eval", "--config", config, "--dry-run"],
    ["eval", "--config", config, "--out", run],
    ["eval", "--config", config, "--out", other, "--offline"],
    ...(hasWeights() ? [embedded(folder)] : []),
  ];
  return [
    ...evals.map((words) => ({ words })),
    ...everyCommand({ folder, config, run, other, model: "compatible:stub" }),
    { words: ["models", "--config", config] },
  ];
}

function embedded(folder: string): string[] {
  const which = ["--suite", join(folder, "probe"), "--model", "llama:smollm2-135m"];
  const size = ["--variant", "trained", "--input", "raw"];
  return ["eval", ...which, ...size, "--out", join(folder, "lauf3"), "--offline", "--no-cache"];
}

function hasWeights(): boolean {
  const folder = join(cacheFolder(process.env), "models");
  return existsSync(join(folder, "SmolLM2-135M-Instruct.Q4_1.gguf"));
}
