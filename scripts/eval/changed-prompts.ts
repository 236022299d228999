import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { exitCodes, UserError } from "../../core/user-error.ts";
import { withoutSecrets } from "../../models/egress/secrets.ts";
import { readEnvironment } from "../environment.ts";
import { suiteFolder } from "../load-suites.ts";
import { startFolder } from "../start-folder.ts";
import type { EvalRequest } from "./request.ts";
import { suitesOfVariants } from "./variant-files.ts";

/**
 * A request without what did not change since a state of the Git repository: of prompt files the
 * changed ones and the suites they name; without prompt files, the suites in whose folder something
 * changed. `undefined` when nothing did; the whole request without `ref`.
 */
export function narrowToChanged(
  request: EvalRequest,
  ref: string | undefined,
): EvalRequest | undefined {
  if (ref === undefined) return request;
  const changed = changedFiles(ref);
  if (request.variantFiles.length === 0) {
    const suites = request.suites.filter((source) => {
      const folder = `${realpathSync(suiteFolder(source))}${sep}`;
      return changed.some((file) => file.startsWith(folder));
    });
    return suites.length === 0 ? undefined : { ...request, suites };
  }
  const files = request.variantFiles.filter(({ file }) => changed.includes(realpathSync(file)));
  if (files.length === 0) return undefined;
  const named = suitesOfVariants(files);
  const gone = new Set(request.variantFiles.filter((one) => !files.includes(one)).map(nameOf));
  return {
    ...request,
    variantFiles: files,
    variants: request.variants.filter((name) => !gone.has(name)),
    suites:
      named === undefined
        ? request.suites
        : request.suites.filter((suite) => named.includes(suite) || suite.includes(sep)),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** Whole paths: committed since the branches parted, not committed yet, and new. */
function changedFiles(ref: string): string[] {
  const root = git(["rev-parse", "--show-toplevel"], ref).trim();
  const commit = git(["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`], ref).trim();
  const base = git(["merge-base", commit, "HEAD"], ref).trim();
  const tracked = git(["diff", "--name-only", "-z", base], ref);
  const added = git(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/"], ref);
  return `${tracked}\0${added}`
    .split("\0")
    .filter((name) => name !== "")
    .map((name) => join(root, name));
}

function git(words: readonly string[], ref: string): string {
  try {
    return execFileSync("git", words, {
      cwd: startFolder(),
      env: withoutSecrets(readEnvironment()),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (cause) {
    throw new UserError(`Was sich seit „${ref}“ geändert hat, lässt sich nicht feststellen.`, {
      code: "git-changes",
      exitCode: exitCodes.usage,
      nextStep:
        "Nennen Sie einen Stand, den dieses Git-Repository kennt, zum Beispiel origin/main; in der CI muss die Vorgeschichte geladen sein (fetch-depth: 0, GIT_DEPTH: 0).",
      cause,
    });
  }
}
