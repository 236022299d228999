import { expect, test } from "vitest";
import { codeIn } from "../../../../scripts/promptfoo/graders/find-code.ts";

test.each([
  [{ type: "javascript", value: "output.length > 5" }, "javascript: output.length > 5"],
  [{ type: "not-python", value: "len(output) > 5" }, "not-python: len(output) > 5"],
  [{ type: "webhook", value: "https://example.org" }, "webhook: https://example.org"],
  [{ type: "equals", value: "file://soll.js" }, "file://soll.js"],
  [{ type: "contains-all", value: ["a", "file://soll.txt"] }, "file://soll.txt"],
  [{ type: "contains", value: "x", transform: "output.trim()" }, "transform: output.trim()"],
  [{ type: "contains", value: "{{ [].constructor }}" }, "{{ [].constructor }}"],
  [{ type: "contains", value: "{{ x.constructor }}" }, "{{ x.constructor }}"],
  [{ type: "contains", value: "{% if a %}{% endif %}" }, "{% if a %}{% endif %}"],
  [{ type: "contains", value: "{{ env.SCHLUESSEL }}" }, "{{ env.SCHLUESSEL }}"],
  [{ type: "contains", value: "x", metric: "{{ a | b }}" }, "{{ a | b }}"],
  [{ type: "assert-set", assert: [{ type: "ruby", value: "true" }] }, "ruby: true"],
])("%j would run %s", (assertion, code) => {
  expect(codeIn(assertion)).toEqual([code]);
});

test.each([
  [{ type: "contains", value: "37 Euro" }],
  [{ type: "contains", value: "{{name}} und {{ amt.anschrift.ort }}" }],
  [{ type: "contains", value: "{% raw %}{{ [].constructor }}{% endraw %}" }],
  [{ type: "is-json", value: { type: "object", required: ["a"] } }],
  [{ type: "contains", value: "{{ name | lower | trim }}" }],
  [{ type: "assert-set", assert: [{ type: "regex", value: "^a{2}$" }] }],
])("%j runs nothing", (assertion) => {
  expect(codeIn(assertion)).toEqual([]);
});
