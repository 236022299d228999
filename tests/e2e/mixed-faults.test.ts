import { expect, test } from "vitest";
import { runAgainstFaults } from "../../bench/faults.ts";

test(
  "a run against a server with 5 % mixed faults ends complete and names them",
  { timeout: 120_000 },
  async () => {
    const trials = 520;
    const { code, summary, stderr, requests, faults } = await runAgainstFaults(trials);
    expect({ code, stderr: stderr.includes("    at ") }).toEqual({ code: 0, stderr: false });
    expect(summary).toContain(`${trials} von ${trials} Durchgängen beantwortet, 0 ohne Antwort`);
    // Every request beyond the trials is a fault that was made good, and every fault is counted.
    const failed = Object.values(faults).reduce((sum, count) => sum + count, 0);
    expect(failed).toBeGreaterThanOrEqual(trials / 20);
    expect(requests).toBe(trials + failed);
    expect(summary).toContain(`${failed} Versuche sind gescheitert und wurden wiederholt:`);
    for (const kind of ["Status 429", "Status 500", "Status 503", "Status 529"]) {
      expect(summary).toContain(kind);
    }
  },
);
