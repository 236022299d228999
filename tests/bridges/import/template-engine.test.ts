import { expect, test } from "vitest";
import { Refusal } from "../../../bridges/promptfoo/import/refusal.ts";
import { makeTemplateEngine } from "../../../bridges/promptfoo/import/template-engine.ts";

const engine = makeTemplateEngine();
const variables = { name: "Elif", list: [3, 1, 2], when: new Date(0), tief: { ort: "Bonn" } };

test.each([
  ["{{ name }} aus {{ tief.ort }}", "Elif aus Bonn"],
  ["{{ name | upper }}{{ name.toLowerCase() }}", "ELIFelif"],
  ["{% for one in list | sort %}{{ loop.index }}:{{ one }} {% endfor %}", "1:1 2:2 3:3 "],
  ["{{ list.length }}{{ fehlt.auch }}", "3"],
  ['{{ "a,b".split(",") | join("-") }} {{ list.includes(3) }}', "a-b true"],
  ["{{ when.toISOString() }}", "1970-01-01T00:00:00.000Z"],
  ["{% set x = cycler(1, 2) %}{{ x.next() }}{{ x.next() }}", "12"],
  ["{% macro f(a) %}<{{ a }}>{% endmacro %}{{ f(name) }}", "<Elif>"],
])("%s is rendered", (template, text) => {
  expect(engine.render(template, variables)).toBe(text);
});

test.each([
  // A name that changes between the check and the use.
  '{% set c = cycler("a", "constructor", "constructor") %}{{ range[{ toString: c.next }]("return 1")() }}',
  '{{ range["constructor"]("return 1")() }}',
  '{{ range["con" + "structor"] }}',
  '{{ range[["constructor"]] }}',
  "{{ range.call }}",
  '{{ [].__lookupGetter__("__proto__") }}',
  '{{ name.__defineGetter__("x", joiner) }}',
  "{{ __proto__ }}",
  "{{ constructor }}",
  "{{ toString }}",
  "{{ tief.hasOwnProperty }}",
  "{{ env.HOME }}",
  '{{ env["HO" + "ME"] }}',
])("%s reaches out and is refused", (template) => {
  expect(() => engine.render(template, variables)).toThrow(Refusal);
});

test.each([
  "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
  "{% macro f(n) %}{% if n > 0 %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
  "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
  '{{ "a" | indent(100000000) }}',
  '{{ "a" | center(300000000) }}',
  '{{ "x".padEnd(500000000) }}',
  '{{ "x".repeat(500000000) }}',
  "{{ range(100000) }}",
  '{{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" | replace(r/^(a+)+$/, "") }}',
  '{{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".split(r/^(a+)+$/) }}',
  '{{ r/^(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") }}',
])("%s would never end and is refused", (template) => {
  expect(() => engine.render(template, variables)).toThrow(Refusal);
});
