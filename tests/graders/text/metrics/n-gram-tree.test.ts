import fc from "fast-check";
import { expect, test } from "vitest";
import { NGramTree } from "../../../../graders/text/metrics/n-gram-tree.ts";

test("every n-gram has a node of its own, also with many children", () => {
  const units = fc.array(fc.nat(39), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(units, { maxLength: 200 }), (nGrams) => {
      const tree = new NGramTree();
      const nodes = new Map<string, number>();
      for (const nGram of nGrams) {
        let node = 0;
        for (const [at, unit] of nGram.entries()) {
          node = tree.grow(node, unit);
          const key = nGram.slice(0, at + 1).join(" ");
          expect(nodes.get(key) ?? node).toBe(node);
          nodes.set(key, node);
        }
      }
      expect(tree.size).toBe(nodes.size + 1);
      for (const [key, node] of nodes) {
        const found = key.split(" ").reduce((from, unit) => tree.find(from, Number(unit)), 0);
        expect(found).toBe(node);
      }
      expect(new Set(nodes.values()).size).toBe(nodes.size);
    }),
  );
});

test("what is not in it is found nowhere", () => {
  const tree = new NGramTree();
  const first = tree.grow(0, 1);
  for (let unit = 0; unit < 20; unit += 1) tree.grow(first, unit);
  expect([tree.find(0, 2), tree.find(first, 25)]).toEqual([0, 0]);
});

test("the n-gram without its first unit", () => {
  const tree = new NGramTree();
  const grow = (...units: number[]) => units.reduce((node, unit) => tree.grow(node, unit), 0);
  const [abc, ab, bc, b, c] = [grow(1, 2, 3), grow(1, 2), grow(2, 3), grow(2), grow(3)];
  const shorter = tree.shorter();
  expect([abc, ab, bc, b].map((node) => shorter[node])).toEqual([bc, b, c, 0]);
});
