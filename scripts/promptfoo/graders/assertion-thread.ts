import { tmpdir } from "node:os";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { loadQuietPromptfoo } from "../../../bridges/promptfoo/quiet-promptfoo.ts";
import { judgesOf, runAssertions } from "../../../bridges/promptfoo/run-assertions.ts";
import { UserError } from "../../../core/user-error.ts";
import type {
  AssertionMessage,
  AssertionOrder,
  AssertionReply,
  ThreadData,
} from "./assertion-order.ts";
import { purseBehind } from "./judging.ts";
import { openJudge, type Judge } from "./open-judge.ts";

/*
 * A thread of its own in which promptfoo judges: its variables, its memory and its regular expressions
 * that never end stay here. It is started by assertion-worker.ts with the first answer.
 */
const settings = mkdtempSync(join(tmpdir(), "amtsprobe-promptfoo-"));
process.once("exit", () => rmSync(settings, { recursive: true, force: true }));
const promptfoo = loadQuietPromptfoo(settings);
const { config, purse } = workerData as ThreadData;
const surroundings = { config, budget: purseBehind(purse) };
const judges = new Map<string, Promise<Judge>>();

parentPort?.on("message", ({ order, port, bell }: AssertionMessage) => {
  void reply(order).then((said) => {
    port.postMessage(said);
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
    port.close();
  });
});

async function reply(order: AssertionOrder): Promise<AssertionReply> {
  try {
    const named = new Map<string, Judge["provider"]>();
    for (const id of judgesOf(order)) {
      const judge = await judgeNamed(id);
      const refusal = judge.reasonAgainst(order.protection ?? "synthetic");
      if (refusal !== undefined) return { refusal };
      named.set(id, judge.provider);
    }
    return { judgement: await runAssertions(await promptfoo, order, named) };
  } catch (cause) {
    if (cause instanceof UserError) return { refusal: `${cause.message} ${cause.nextStep}` };
    return { refusal: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function judgeNamed(id: string): Promise<Judge> {
  const known = judges.get(id) ?? openJudge(id, surroundings);
  judges.set(id, known);
  return known;
}
