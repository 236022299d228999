import { resolve } from "node:path";
import type { ExitCode } from "../../core/user-error.ts";
import { lockRun } from "../../engine/run-lock.ts";
import { fromStart } from "../start-folder.ts";
import { checkBudget } from "./check-budget.ts";
import { finish, type Output } from "./finish.ts";
import { buildManifest } from "./manifest.ts";
import { createRunFolder, refuseUsedFolder, runIdFor, writePlan } from "./open-folder.ts";
import type { PreparedRun } from "./prepare.ts";

/** Begins a run in a new folder. */
export async function startRun(
  prepared: PreparedRun,
  out: string | undefined,
  output: Output,
): Promise<ExitCode> {
  const warning = checkBudget(prepared.request.budget, [...prepared.models, ...prepared.judges]);
  const now = new Date();
  const runId = runIdFor(now, prepared.request.profile);
  const folder = out === undefined ? resolve("runs", runId) : fromStart(out);
  createRunFolder(folder);
  const release = lockRun(folder);
  try {
    refuseUsedFolder(folder);
    const head = { runId, createdAt: now.toISOString(), sessions: [] };
    const manifest = buildManifest(prepared, head);
    writePlan(folder, manifest, prepared);
    const { asJson, format } = output;
    return await finish({ folder, manifest, prepared, format, warning }, asJson);
  } finally {
    release();
  }
}
