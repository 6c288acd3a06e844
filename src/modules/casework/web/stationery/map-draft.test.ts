import { expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import type { FormField } from '#kernel/documents/client';
import { draftOfMap, mapOfDraft, type FieldDraft } from './map-draft.ts';

const field = (name: string, kind: FormField['kind'], options: readonly string[] = []): FormField => ({
  name,
  kind,
  options,
  max: name === 'number' ? 10 : null,
  page: 1,
});
const fields = [
  field('name', 'text'),
  field('number', 'text'),
  field('d', 'text'),
  field('m', 'text'),
  field('y', 'text'),
  field('kind', 'radio', ['A', 'B']),
  field('first', 'check'),
  field('office', 'text'),
  field('button', 'other'),
];
const head = {
  id: 'fictional',
  title: 'Fictional form',
  authority: 'Fictional Service',
  edition: '2026',
  sha256: 'a'.repeat(64),
  checkedOn: '2026-11-24',
  sign: [],
};
const chosen = (from: string, more: Partial<FieldDraft> = {}): FieldDraft => ({
  from,
  writing: 'as-it-is',
  required: false,
  answers: {},
  ...more,
});

test('choices become a map, and the map gives the same choices back', () => {
  const draft = new Map(draftOfMap(fields, null));
  draft.set('name', chosen('person.fullName', { writing: 'upper', required: true }));
  draft.set('number', chosen('person.vNumber'));
  draft.set('d', chosen('person.born', { writing: 'day' }));
  draft.set('m', chosen('person.born', { writing: 'month' }));
  draft.set('y', chosen('person.born', { writing: 'year' }));
  draft.set('kind', chosen('case.step', { answers: { B: 'extension-requested' } }));
  const map = expectOk(mapOfDraft(fields, draft, head));
  expect(map.fields).toEqual([
    { kind: 'text', from: 'person.fullName', pdf: 'name', required: true, filter: 'upper' },
    { kind: 'text', from: 'person.vNumber', pdf: 'number', max: 10 },
    { kind: 'radio', from: 'case.step', pdf: 'kind', options: { 'extension-requested': 'B' } },
    { kind: 'date3', from: 'person.born', pdf: { day: 'd', month: 'm', year: 'y' } },
  ]);
  expect(map.leaveEmpty).toEqual(['first', 'office', 'button']);
  expect(draftOfMap(fields, map)).toEqual(draft);
});

test('a date without its month, a form with nothing in it and a wrong head are refused', () => {
  const half = new Map(draftOfMap(fields, null));
  half.set('d', chosen('person.born', { writing: 'day' }));
  half.set('y', chosen('person.born', { writing: 'year' }));
  expect(mapOfDraft(fields, half, head)).toMatchObject({ refusal: { type: 'DateInPieces', field: 'person.born' } });
  expect(mapOfDraft(fields, new Map(), head)).toMatchObject({ refusal: { type: 'NothingMapped' } });
  const one = new Map([['name', chosen('person.fullName')]]);
  expect(mapOfDraft(fields, one, { ...head, edition: '' })).toMatchObject({
    refusal: { type: 'FormMapWrong', fields: ['edition'] },
  });
});
