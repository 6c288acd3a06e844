import { createPolicy, type ActTable, type Asker } from '#kernel/access';
import type { CaseActName } from '../model/open/case-acts.ts';

const working = ['coordinator', 'duty', 'volunteer'] as const;
const leading = ['coordinator', 'duty'] as const;

/**
 * Who may do what with a case (casework design, 3.1), as data. A role that has ended is not among the
 * roles of the asker, so every act of a case asks for a role in force besides the relation.
 */
export const caseActs: ActTable = {
  'case.list': { roles: working },
  'case.list-branch': { roles: leading },
  'case.overview': { roles: [...leading, 'dpo'] },
  'case.hours': { roles: working },
  'case.refer': { roles: leading },
  'case.open': { roles: working, relations: ['lead', 'second', 'coordinator'] },
  'case.write': { roles: working, relations: ['lead', 'second', 'coordinator'] },
  'case.facts': { roles: working, relations: ['lead', 'coordinator'] },
  'case.propose-facts': { roles: working, relations: ['second'] },
  'case.consents': { roles: working, relations: ['lead', 'second', 'coordinator'] },
  'case.prepare-application': { roles: working, relations: ['lead', 'second', 'coordinator'] },
  'case.send-application': { roles: working, relations: ['lead', 'coordinator'] },
  'case.inner': { roles: working, relations: ['lead', 'coordinator'] },
  'case.manage': { roles: leading, relations: ['coordinator'] },
  'case.rest': { roles: working, relations: ['lead', 'coordinator'] },
  'case.ask-closing': { roles: working, relations: ['lead', 'coordinator'] },
  'case.close': { roles: leading, relations: ['coordinator'] },
  'case.grant': { roles: leading, relations: ['coordinator'], stepUp: true },
  'case.retention': { roles: leading, relations: ['coordinator'], stepUp: true },
  'case.sheet': { roles: working, relations: ['lead', 'coordinator'], stepUp: true },
  'case.export': { roles: leading, relations: ['coordinator'], stepUp: true },
};

/** The act of the table that changing a case's state needs. */
export const actOfChange: Readonly<Record<CaseActName, string>> = {
  refer: 'case.refer',
  'start-intake': 'case.manage',
  wait: 'case.manage',
  'still-waiting': 'case.manage',
  decline: 'case.manage',
  reconsider: 'case.manage',
  accept: 'case.manage',
  'give-team': 'case.manage',
  'change-team': 'case.manage',
  pause: 'case.manage',
  resume: 'case.rest',
  'ask-closing': 'case.ask-closing',
  'keep-open': 'case.manage',
  close: 'case.close',
  'end-aftercare': 'case.rest',
  reopen: 'case.manage',
};

/** The act that writing a sealed record of a type needs; a type that is not named may not be written. */
export const actOfRecordType: Readonly<Record<string, string>> = {
  head: 'case.write',
  person: 'case.write',
  reach: 'case.write',
  journey: 'case.facts',
  consent: 'case.consents',
  entry: 'case.write',
  work: 'case.write',
  paper: 'case.write',
  pack: 'case.prepare-application',
  referral: 'case.write',
  plan: 'case.write',
  file: 'case.write',
  draft: 'case.write',
  inner: 'case.inner',
  document: 'case.write',
};

/** The engine over this module's own table; the composition root joins all tables for the routes. */
export const casePolicy = createPolicy([caseActs]);

const perCase = Object.keys(caseActs).filter((act) => caseActs[act]?.relations !== undefined);

/** What the asker may do with this case: sent with each object, so that buttons are honest. */
export function allowedInCase(asker: Asker): readonly string[] {
  return casePolicy.allowed(perCase, asker);
}
