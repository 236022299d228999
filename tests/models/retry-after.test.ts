import { afterAll, beforeAll, expect, test } from "vitest";
import { retryAfter } from "../../models/retry-after.ts";

const now = Date.UTC(2026, 10, 2, 12, 0, 0);

const zone = process.env["TZ"];
// An hour off from universal time, so that a date that is read in local time shows.
beforeAll(() => void (process.env["TZ"] = "Europe/Berlin"));
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test.each([
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": "1" }, 1000],
  [{ "retry-after": "90" }, 90_000],
  [{ "retry-after": "3600" }, 3_600_000],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": "Mon, 02 Nov 2026 12:00:30 GMT" }, 30_000],
  [{ "retry-after": "Mon, 02 Nov 2026 11:00:00 GMT" }, 0],
  [{ "retry-after": "Mon Nov  2 12:00:30 2026" }, 30_000],
  [{ "retry-after": "Monday, 02-Nov-26 12:00:30 GMT" }, 30_000],
  // This machine's clock is an hour behind, or was put back by one.
  [
    { "retry-after": "Mon, 02 Nov 2026 13:00:30 GMT", date: "Mon, 02 Nov 2026 13:00:00 GMT" },
    30_000,
  ],
  [{ "retry-after": "Mon, 02 Nov 2026 12:00:30 GMT", date: "gestern" }, 30_000],
  [{ "retry-after": "99999999999" }, 99_999_999_999_000],
  [{ "retry-after": "5, 10" }, undefined],
  [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
  [{ "retry-after-ms": "bald", "retry-after": "9" }, 9000],
  [{ "retry-after": "bald" }, undefined],
  [{ "retry-after": "-1" }, undefined],
  [{ "retry-after": "1e9" }, undefined],
  [{ "retry-after": "" }, undefined],
  [{}, undefined],
])("%o means %s ms", (headers, expected) => {
  expect(retryAfter(new Headers(headers), now)).toBe(expected);
});
