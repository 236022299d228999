import { expect, test } from "vitest";
import { rememberObject } from "../../../graders/text/remember-object.ts";

function counting() {
  const read: unknown[] = [];
  const remembered = rememberObject((graded: { readonly reference?: string }) => {
    read.push(graded);
    return graded.reference;
  });
  return { read, remembered };
}

test("reads an object once, also when nothing comes of it", () => {
  const { read, remembered } = counting();
  const [one, empty] = [{ reference: "37 Euro" }, {}];
  expect([remembered(one), remembered(one)]).toEqual(["37 Euro", "37 Euro"]);
  expect([remembered(empty), remembered(empty)]).toEqual([undefined, undefined]);
  expect(read).toEqual([one, empty]);
});

test("tells objects apart, also equal ones", () => {
  const { read, remembered } = counting();
  remembered({ reference: "37 Euro" });
  remembered({ reference: "37 Euro" });
  expect(read).toHaveLength(2);
});
