import { expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { writeSealed } from '../../model/sealed/read-sealed.ts';
import { buildPerson } from '../../testing/sealed-samples.ts';
import { rowsOfText, textOfRows } from '../shared/typed-rows.ts';
import {
  blankAddress,
  blankName,
  blankNumber,
  fromTypedPerson,
  mistakesInPerson,
  toTypedPerson,
} from './person-values.ts';

const on = civilDate('2026-11-24');
const earlier = { source: 'paper', on: civilDate('2026-10-01') } as const;
const full = buildPerson({
  names: [
    { given: 'Selam', family: 'Tesfaye', script: 'Latn', use: 'legal' },
    { given: 'ሰላም', family: null, script: 'Ethi', use: 'legal' },
    { given: null, family: 'Okparinde', script: 'Latn', use: 'former' },
  ],
  calledName: 'Sela',
  birth: { told: { date: '1996-02', basis: 'estimate' }, ...earlier },
  gender: { notTold: 'does-not-want-to-say' },
  nationalities: { told: ['Eritrea', 'Sudan'], ...earlier },
  stateless: { told: false, ...earlier },
  languages: [
    { language: 'ti', level: 'mother-tongue', reads: false },
    { language: 'ar', level: 'little', reads: true },
  ],
  interpreterWishes: { told: 'A woman, not from Asmara', ...earlier },
  numbers: [
    { kind: 'aliens', number: '2801234567' },
    { kind: 'police', number: 'PL-1/2' },
  ],
  addresses: [{ words: 'Shelter', from: '2026-03', to: null, secret: true }],
  guardian: { notTold: 'unknown' },
  needs: { told: 'A quiet room', ...earlier },
});

test('a person that is opened and saved changes in nothing, and keeps where each answer comes from', () => {
  const saved = fromTypedPerson(toTypedPerson(full), full, on);
  expect(saved).toEqual(full);
  expect(writeSealed('person', saved).ok).toBe(true);
  expect(fromTypedPerson(toTypedPerson(buildPerson({ names: [] })), buildPerson(), on).names).toEqual([]);
});

test('a changed answer is of today and from the person; one taken out says why', () => {
  const typed = { ...toTypedPerson(full), birth: '1996-02-29', needs: ' ', needsWhy: 'does-not-want-to-say' };
  expect(fromTypedPerson(typed, full, on)).toMatchObject({
    birth: { told: { date: '1996-02-29', basis: 'estimate' }, source: 'person', on },
    needs: { notTold: 'does-not-want-to-say' },
    stateless: { told: false, source: 'paper' },
  });
  expect(fromTypedPerson({ ...typed, stateless: 'unknown', gender: 'woman' }, full, on)).toMatchObject({
    stateless: { notTold: 'unknown' },
    gender: { told: 'woman', source: 'person', on },
  });
});

test('rows without content are not saved', () => {
  const typed = toTypedPerson(full);
  const saved = fromTypedPerson(
    {
      ...typed,
      names: textOfRows([blankName, { ...blankName, given: ' Mia ', use: 'called' }]),
      numbers: textOfRows([blankNumber]),
      addresses: textOfRows([blankAddress, { words: 'Canal 1', from: '2026', to: '', secret: '' }]),
    },
    full,
    on,
  );
  expect(saved.names).toEqual([{ given: 'Mia', family: null, script: 'Latn', use: 'called' }]);
  expect(saved.numbers).toEqual([]);
  expect(saved.addresses).toEqual([{ words: 'Canal 1', from: '2026', to: null, secret: false }]);
});

test('a date that is none is told', () => {
  const typed = toTypedPerson(full);
  expect(mistakesInPerson(typed)).toEqual([]);
  for (const birth of ['96', '1996-13', 'spring', '1997-02-29', '1996-'])
    expect(mistakesInPerson({ ...typed, birth }), birth).toEqual(['birth']);
  const rows = rowsOfText(typed.addresses, blankAddress).map((row) => ({ ...row, from: 'March' }));
  expect(mistakesInPerson({ ...typed, addresses: textOfRows(rows) })).toEqual(['address']);
});
