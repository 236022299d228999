import { expect, test } from "vitest";
import { noteFigure } from "../../scripts/security/figures.ts";
import { proveEgress, proveInNamespace } from "../../scripts/security/egress/prove-egress.ts";

const inNamespace = proveInNamespace();
const isAlone = typeof inNamespace !== "string";
const proof = isAlone ? inNamespace : await proveEgress();

test("no command reaches, asks for or tries anything beyond this machine", () => {
  for (const { command, passed, refused } of proof.commands) {
    expect({ command, passed, refused }).toEqual({ command, passed: [], refused: [] });
  }
});

const tries = proof.commands.reduce((sum, one) => sum + one.passed.length + one.refused.length, 0);
noteFigure(
  `Netz: ${proof.commands.length} Befehle${isAlone ? " in einem Netz nur aus diesem Rechner" : " (ohne eigenes Netz: unshare fehlt)"}, ${tries} fremde Versuche; ${proof.attempts.tried} Wege nach draußen versucht, ${proof.attempts.open.length} offen`,
);

test("the commands really ran", () => {
  const broken = proof.commands.filter(({ code }) => code !== 0 && code !== 1);
  expect(broken.map(({ command, said }) => `${command}: ${said}`)).toEqual([]);
  expect(proof.commands.map(({ command }) => command.split(" ")[0])).toEqual(
    expect.arrayContaining(["eval", "report", "training", "regrade", "analyse", "models", "check"]),
  );
  expect(proof.questions).toBeGreaterThan(0);
});

test("every way out that is tried on purpose is refused and named", () => {
  const { tried, open } = proof.attempts;
  expect(open).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(25);
  const named = proof.named.join("\n");
  for (const place of ["192.0.2.1:80", "2001:db8::1:80", "fremd.example:443", "127.0.0.1"]) {
    expect(named).toContain(place);
  }
  for (const program of ["curl", "/bin/sh"]) expect(named).toContain(`„${program}“`);
});

test.skipIf(!isAlone)("all of it in a network namespace with nothing but this machine", () => {
  expect(isAlone).toBe(true);
});
