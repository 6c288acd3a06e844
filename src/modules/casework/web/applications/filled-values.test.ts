import { expect, test } from 'vitest';
import { filledValues } from './filled-values.ts';

test('each field once, with its words or none; rows of a list by their titles', () => {
  const values = {
    person: { fullName: 'Selam Tesfaye', born: null },
    today: '2026-11-24',
    documents: [
      { number: '1', title: 'Permit' },
      { number: '2', title: 'Letter' },
    ],
    organisation: { lines: ['Street 1', 'Town'] },
    following: [],
    texts: { reasons: `${'x'.repeat(200)}` },
  };
  const tags = [
    'person.fullName | upper',
    'person.fullName',
    'person.born | longdate',
    'person.__proto__',
    'documents',
    'title',
    'organisation.lines',
    'following',
    'texts.reasons',
    'decision.date',
  ];
  expect(filledValues(tags, values)).toEqual([
    { field: 'person.fullName', reveals: 'identity', value: 'Selam Tesfaye' },
    { field: 'person.born', reveals: 'identity', value: null },
    { field: 'documents', reveals: 'papers', value: 'Permit; Letter' },
    { field: 'organisation.lines', reveals: 'nothing', value: 'Street 1; Town' },
    { field: 'following', reveals: 'papers', value: null },
    { field: 'texts.reasons', reveals: 'texts', value: `${'x'.repeat(140)}…` },
    { field: 'decision.date', reveals: 'file', value: null },
  ]);
});
