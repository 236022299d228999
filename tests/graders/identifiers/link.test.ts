import { expect, test } from "vitest";
import { findLinks } from "../../../graders/identifiers/link.ts";
import { startReading } from "../../../graders/identifiers/reading.ts";
import { counted } from "./found.ts";

test("finds web addresses", () => {
  const text = "Siehe https://amt.example/a-1 und (www.stadt.example).";
  const links = findLinks(startReading(text)).map(({ start, end }) => text.slice(start, end));
  expect(links).toEqual(["https://amt.example/a-1", "www.stadt.example"]);
});

test("a phone number inside a link is none", () => {
  expect(counted("https://amt.example/seite/030-123456/x")).toEqual([]);
});
