import { expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import type { Party } from '#modules/casework/client';
import { toParty, toPartyValues } from './party-values.ts';

const today = civilDate('2026-11-25');
const party: Party = {
  role: 'lawyer',
  name: 'Office at the quay',
  organisation: null,
  contacts: [
    { kind: 'phone', reach: '010 000 00 01' },
    { kind: 'mail', reach: 'office@quay.example' },
    { kind: 'phone', reach: '010 000 00 02' },
  ],
  safe: { told: false, source: 'person', on: today },
  knowsOfUs: true,
  mayHear: 'Dates only',
};

test('what is shown and saved unchanged is the same, with the second number', () => {
  expect(toParty(toPartyValues(party), party, today)).toEqual(party);
  const asked: Party = { ...party, safe: { notTold: 'not-asked' } };
  expect(toParty(toPartyValues(asked), asked, today)).toEqual(asked);
});

test('an emptied line is taken out, and only that', () => {
  const emptied = toParty({ ...toPartyValues(party), phone: ' ' }, party, today);
  expect(emptied.contacts.map(({ reach }) => reach)).toEqual(['office@quay.example', '010 000 00 02']);
});

test('an unfinished form of nobody yet is nobody’s answer', () => {
  expect(toParty({ ...toPartyValues(null), name: 'X', role: 'no such role' }, null, today)).toEqual({
    role: 'other',
    name: 'X',
    organisation: null,
    contacts: [],
    safe: { notTold: 'not-asked' },
    knowsOfUs: false,
    mayHear: '',
  });
});
