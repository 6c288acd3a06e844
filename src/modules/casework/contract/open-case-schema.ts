import { z } from 'zod';
import { isId, parseCivilDate, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import type { CaseState } from '../model/open/case-state.ts';
import { isCodeName } from '../model/open/code-name.ts';
import { dueSides, dueTypes, dueWeights, sortDue, type DueId } from '../model/open/due.ts';
import type { OpenCase } from '../model/open/open-case.ts';
import { phases } from '../model/open/phase.ts';

// The brands are given here, where the text has just been checked.
const idOf = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string' && isId(value), 'not an id');
export const caseId = idOf<SpaceId>();
export const userId = idOf<UserId>();
export const dueId = idOf<DueId>();
export const day = z.custom<CivilDate>(
  (value) => typeof value === 'string' && parseCivilDate(value) !== null,
  'not a day',
);

export const caseStateSchema: z.ZodType<CaseState, CaseState> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('referred'), on: day, answerBy: day }),
  z.strictObject({ name: z.literal('intake'), on: day, safetyBy: day }),
  z.strictObject({ name: z.literal('waiting'), on: day, reviewOn: day }),
  z.strictObject({ name: z.literal('declined'), on: day }),
  z.strictObject({ name: z.literal('accepted'), on: day }),
  z.strictObject({ name: z.literal('active'), on: day, lead: userId.nullable() }),
  z.strictObject({ name: z.literal('paused'), on: day, resumeOn: day, watcher: userId }),
  z.strictObject({ name: z.literal('closing'), on: day, askedBy: userId }),
  z.strictObject({ name: z.literal('aftercare'), on: day, until: day }),
  z.strictObject({ name: z.literal('closed'), on: day }),
]);

export const dueSchema = z.strictObject({
  id: dueId,
  type: z.enum(dueTypes),
  date: day,
  whose: z.enum(dueSides),
  weight: z.enum(dueWeights),
  metOn: day.nullable(),
});

/** The open values of a case as they are signed: exactly these, due rows in the order of their ids, each id once. */
export const openCaseSchema: z.ZodType<OpenCase, OpenCase> = z.strictObject({
  codeName: z.string().refine(isCodeName, 'not a code name'),
  branch: z.string().refine(isId, 'not an id'),
  state: caseStateSchema,
  phase: z.enum(phases),
  keepUntil: day,
  hold: day.nullable(),
  due: z
    .array(dueSchema)
    .max(200)
    .refine((due) => sortDue(due).every(({ id }, at) => due[at]?.id === id && due[at - 1]?.id !== id), 'not in order'),
});
