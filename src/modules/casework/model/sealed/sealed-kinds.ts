import type { z } from 'zod';
import {
  account1,
  closing1,
  draft1,
  event1,
  family1,
  handover1,
  health1,
  intake1,
  party1,
  plan1,
  safety1,
  threat1,
} from './file-records.ts';
import { head4 } from './head-record.ts';
import { journey2 } from './journey-record.ts';
import { move1 } from './move-record.ts';
import { application2, filing1, paper1, reading1, text2 } from './paper-records.ts';
import { consent1, person1, reach2 } from './person-records.ts';
import {
  appointment1,
  attempt1,
  contact1,
  embassy1,
  incident1,
  note1,
  question1,
  reply1,
  request1,
  task1,
} from './work-records.ts';

/** Newest schema of every kind with the record type that it lies under; one kind is one form. */
export const sealedKinds = {
  head: { type: 'head', version: 4, schema: head4 },
  person: { type: 'person', version: 1, schema: person1 },
  reach: { type: 'reach', version: 2, schema: reach2 },
  journey: { type: 'journey', version: 2, schema: journey2 },
  move: { type: 'journey', version: 1, schema: move1 },
  consent: { type: 'consent', version: 1, schema: consent1 },
  contact: { type: 'entry', version: 1, schema: contact1 },
  attempt: { type: 'entry', version: 1, schema: attempt1 },
  note: { type: 'entry', version: 1, schema: note1 },
  question: { type: 'entry', version: 1, schema: question1 },
  reply: { type: 'entry', version: 1, schema: reply1 },
  incident: { type: 'entry', version: 1, schema: incident1 },
  embassy: { type: 'entry', version: 1, schema: embassy1 },
  task: { type: 'work', version: 1, schema: task1 },
  appointment: { type: 'work', version: 1, schema: appointment1 },
  request: { type: 'work', version: 1, schema: request1 },
  paper: { type: 'paper', version: 1, schema: paper1 },
  application: { type: 'pack', version: 2, schema: application2 },
  text: { type: 'pack', version: 2, schema: text2 },
  filing: { type: 'pack', version: 1, schema: filing1 },
  reading: { type: 'pack', version: 1, schema: reading1 },
  intake: { type: 'file', version: 1, schema: intake1 },
  closing: { type: 'file', version: 1, schema: closing1 },
  handover: { type: 'file', version: 1, schema: handover1 },
  party: { type: 'file', version: 1, schema: party1 },
  plan: { type: 'plan', version: 1, schema: plan1 },
  draft: { type: 'draft', version: 1, schema: draft1 },
  safety: { type: 'inner', version: 1, schema: safety1 },
  account: { type: 'inner', version: 1, schema: account1 },
  health: { type: 'inner', version: 1, schema: health1 },
  family: { type: 'inner', version: 1, schema: family1 },
  event: { type: 'inner', version: 1, schema: event1 },
  threat: { type: 'inner', version: 1, schema: threat1 },
} as const;

export type SealedKind = keyof typeof sealedKinds;

/** The content of a record of this kind, as a device reads and writes it. */
export type SealedContent<Kind extends SealedKind> = z.infer<(typeof sealedKinds)[Kind]['schema']>;

/** Any readable record: its kind and the content that goes with it. */
export type SealedRecord = {
  [Kind in SealedKind]: { readonly kind: Kind; readonly content: SealedContent<Kind> };
}[SealedKind];

/** The name under which a kind is written now: `contact/1`. */
export function schemaNameOf(kind: SealedKind): string {
  return `${kind}/${sealedKinds[kind].version}`;
}

/** Whether a text names a kind that this version of Baken knows. */
export function isSealedKind(text: string): text is SealedKind {
  return Object.hasOwn(sealedKinds, text);
}
