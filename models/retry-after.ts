/**
 * Milliseconds until an endpoint wants to be asked again: `retry-after-ms` first, then
 * `Retry-After` as seconds or as a date (RFC 9110, section 10.2.3). A date is held against the time at
 * which the answer was sent (`Date`, section 6.6.1), for this machine's clock may be wrong or be put
 * back; `now` stands in where the answer does not tell. A date in the past is 0; what cannot be read
 * says nothing.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  return (
    milliseconds(headers.get("retry-after-ms"), 1) ??
    seconds(headers.get("retry-after"), sentAt(headers) ?? now)
  );
}

function seconds(value: string | null, now: number): number | undefined {
  const plain = milliseconds(value, 1000);
  if (plain !== undefined || value === null) return plain;
  const date = parseDate(value);
  return date === undefined ? undefined : Math.max(0, date - now);
}

function sentAt(headers: Headers): number | undefined {
  const value = headers.get("date");
  return value === null ? undefined : parseDate(value);
}

/** A date without a zone is in universal time (asctime, RFC 9110, section 5.6.7). */
function parseDate(value: string): number | undefined {
  if (!/^[A-Za-z]{3}/u.test(value.trim())) return undefined;
  const date = Date.parse(/\d{4}\s*$/u.test(value) ? `${value} GMT` : value);
  return Number.isNaN(date) ? undefined : date;
}

function milliseconds(value: string | null, factor: number): number | undefined {
  if (value === null || !/^\s*\d{1,15}(?:\.\d+)?\s*$/u.test(value)) return undefined;
  return Number(value) * factor;
}
