import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../models/cache-folder.ts";
import { programFolder } from "../../folders.ts";

/**
 * The commands that are run under the watch, each as words for a script. `llama:` is among them only
 * where its weights are here already, because fetching them is a connection that is meant to be.
 */
export function commandsToWatch(folder: string, config: string): string[][] {
  const [run, again] = [join(folder, "lauf"), join(folder, "lauf2")];
  const suite = join(folder, "probe");
  return [
    ["eval", "--config", config, "--out", run],
    ["eval", "--config", config, "--out", again, "--offline"],
    ...(hasWeights() ? [embedded(folder)] : []),
    ["models", "--config", config],
    ["regrade", run],
    ["analyse", run],
    ["report", run],
    ["training", "--examples", "--out", join(folder, "schulung")],
    ["check", suite],
    ["preview", suite],
    ...(hasScript("gate") ? [["gate", "--baseline", run, "--candidate", again]] : []),
    ...(hasScript("promptfoo")
      ? [["promptfoo", "export", "--suite", suite, "--out", join(folder, "export.yaml")]]
      : []),
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

function hasScript(name: string): boolean {
  return existsSync(join(programFolder, "scripts", `${name}.ts`));
}
