import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createId, type RecordId } from '#platform/base';
import { buildPaper } from '../../testing/sealed-samples.ts';
import {
  degreesOf,
  leaveOut,
  movePart,
  putPartAt,
  takeParts,
  turnPart,
  type BundleOrder,
} from './application-order.ts';

const newId = () => createId<RecordId>((length) => crypto.getRandomValues(new Uint8Array(length)));
const ids = Array.from({ length: 6 }, newId);
const file = {
  document: newId(),
  secret: 's',
  sha256: 'x'.repeat(43),
  length: 1,
  mediaType: 'application/pdf',
  name: 'a.pdf',
};

test('no sequence of acts doubles or loses a part, and four turns are none', () => {
  const act = fc.record({
    act: fc.constantFrom('up', 'down', 'onto', 'turn', 'out'),
    part: fc.constantFrom(...ids),
    other: fc.constantFrom(...ids),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let order: BundleOrder = { order: [...ids], turned: [] };
      const left = new Set<RecordId>();
      for (const { act: name, part, other } of acts) {
        if (name === 'up') order = movePart(order, part, -1);
        if (name === 'down') order = movePart(order, part, 1);
        if (name === 'onto') order = putPartAt(order, part, other);
        if (name === 'turn') order = turnPart(order, part);
        if (name === 'out') {
          order = leaveOut(order, part);
          left.add(part);
        }
      }
      expect(order.order.toSorted()).toEqual(ids.filter((id) => !left.has(id)).toSorted());
    }),
  );
  let order: BundleOrder = { order: [...ids], turned: [] };
  const [first] = ids;
  if (!first) throw new Error('no part');
  for (const expected of [90, 180, 270, 0]) {
    order = turnPart(order, first);
    expect(degreesOf(order, first)).toBe(expected);
  }
  expect(order.turned).toEqual([]);
});

test('a paper brings its translation along, and a translation its source, source first', () => {
  const source = { id: newId(), paper: buildPaper({ document: null, file }) };
  const translation = {
    id: newId(),
    paper: buildPaper({ form: { kind: 'certified-translation', of: source.id }, file }),
  };
  const papers = [translation, source];
  const none: BundleOrder = { order: [], turned: [] };
  expect(takeParts(none, [translation.id], papers).order).toEqual([source.id, translation.id]);
  expect(takeParts(none, [source.id], papers).order).toEqual([source.id, translation.id]);
});
