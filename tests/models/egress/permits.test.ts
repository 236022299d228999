import { beforeEach, describe, expect, test, vi } from "vitest";
import type * as loaded from "../../../models/egress/permits.ts";

let permits: typeof loaded;

beforeEach(async () => {
  vi.resetModules();
  permits = await import("../../../models/egress/permits.ts");
});

const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code;

describe("a connection", () => {
  test("goes to what was permitted, to its port only, however it is written", () => {
    permits.permitAddress("https://KI.amt.example/v1", "model");
    permits.permitAddress("http://[2001:db8::5]:8080/", "model");
    permits.permitAddress("http://192.0.2.7:8080/", "model");
    expect(permits.refusalOf({ host: "ki.amt.example.", port: 443 })).toBeUndefined();
    expect(permits.refusalOf({ host: "2001:DB8:0::5", port: 8080 })).toBeUndefined();
    expect(permits.refusalOf({ host: "::ffff:192.0.2.7", port: 8080 })).toBeUndefined();
    expect(codeOf(permits.refusalOf({ host: "ki.amt.example", port: 80 }))).toBe("egress-refused");
    expect(codeOf(permits.refusalOf({ host: "amt.example", port: 443 }))).toBe("egress-refused");
  });

  test("is refused in a German sentence that names host and port", () => {
    const refusal = permits.refusalOf({ host: "fremd.example", port: 443 });
    expect(refusal?.message).toContain("„fremd.example:443“");
    expect(refusal?.nextStep).toContain("docs/datenschutz.md");
  });

  test.each(["localhost", "127.0.0.1", "::1", "::ffff:127.0.0.1"])("reaches %s always", (host) => {
    permits.goOffline();
    expect(permits.refusalOf({ host, port: 1 })).toBeUndefined();
    expect(permits.lookupRefusal(host)).toBeUndefined();
  });
});

describe("--offline", () => {
  test("refuses what was permitted before and what is to be permitted", () => {
    permits.permitAddress("https://ki.amt.example/", "model");
    permits.goOffline();
    expect(codeOf(permits.refusalOf({ host: "ki.amt.example", port: 443 }))).toBe("offline");
    expect(() => permits.permitAddress("http://10.0.0.5:8080/", "model")).toThrow("--offline");
    expect(() => permits.permitAddress("http://127.0.0.1:8080/", "model")).not.toThrow();
  });

  test("reaches a child process, with what is permitted", async () => {
    permits.permitAddress("https://ki.amt.example/", "model");
    permits.permitAddress("http://proxy.amt.example:3128/", "proxy");
    permits.goOffline();
    const written = permits.writePermits();
    vi.resetModules();
    const child = await import("../../../models/egress/permits.ts");
    expect(codeOf(child.refusalOf({ host: "ki.amt.example", port: 443 }))).toBe("egress-refused");
    child.readPermits(written);
    expect(child.isOffline()).toBe(true);
    expect(child.isProxy({ host: "proxy.amt.example", port: 3128 })).toBe(true);
  });
});

describe("a name", () => {
  test("is looked up only when its address was permitted", () => {
    permits.permitAddress("https://ki.amt.example/", "model");
    expect(permits.lookupRefusal("KI.amt.example")).toBeUndefined();
    expect(permits.lookupRefusal("a.ki.amt.example")?.message).toContain("a.ki.amt.example");
  });

  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0", "169.254.169.254", "fe80::1"])(
    "never leads to %s",
    (address) => {
      expect(codeOf(permits.resolvedRefusal("ki.amt.example", [address]))).toBe("egress-rebound");
      const mixed = permits.resolvedRefusal("ki.amt.example", ["192.0.2.1", address]);
      expect(codeOf(mixed)).toBe("egress-rebound");
    },
  );

  test("keeps to the house's network or to the internet, whichever came first", () => {
    expect(permits.resolvedRefusal("innen.example", ["10.0.0.5"])).toBeUndefined();
    expect(permits.resolvedRefusal("innen.example", ["10.9.0.5", "fd00::5"])).toBeUndefined();
    expect(codeOf(permits.resolvedRefusal("innen.example", ["192.0.2.1"]))).toBe("egress-rebound");
    expect(permits.resolvedRefusal("aussen.example", ["192.0.2.1"])).toBeUndefined();
    expect(codeOf(permits.resolvedRefusal("aussen.example", ["10.0.0.5"]))).toBe("egress-rebound");
  });

  test("localhost leads to this machine and nowhere else", () => {
    expect(permits.resolvedRefusal("localhost", ["127.0.0.1", "::1"])).toBeUndefined();
    expect(codeOf(permits.resolvedRefusal("localhost", ["192.0.2.1"]))).toBe("egress-rebound");
  });
});
