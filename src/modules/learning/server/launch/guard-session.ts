import { ok } from '#platform/base';
import { inTenant } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { launchWords } from '../../model/open/launch/launch-words.ts';
import { agentIdentity } from '../../model/open/statement/agent-identity.ts';
import { isJsonObject } from '../../model/open/statement/check-value.ts';
import type { Access } from '../records/admit-key.ts';
import { refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import type { RecordRequest } from '../records/record-request.ts';
import { notePreferencesRead } from '../store/launch-store.ts';
import type { OpenSession } from './open-session.ts';

/**
 * What a part may ask of the record store in its session: its own registration, its own state, and the preferences of its learner. The
 * token reaches no further than that (cmi5, 8.2). Gives the request back, whose body may have been read; or refuses it.
 */
export async function guardSession(session: OpenSession, asked: RecordRequest): Promise<RecordRequest | RecordAnswer> {
  if (session.ended) return refuseSession('session-is-open');
  const { method, resource } = asked;
  const reads = method === 'GET' || method === 'HEAD';
  const rule = brokenReach(session, asked, reads);
  if (rule !== null) return refuseSession(rule);
  if (resource !== 'agents/profile' || reads || asked.parameters.get('agent') === null) return asked;
  return guardPreferences(asked);
}

function refuseSession(rule: string): RecordAnswer {
  return refuseRecord('SessionRefused', { rule });
}

function brokenReach(session: OpenSession, asked: RecordRequest, reads: boolean): string | null {
  const { parameters } = asked;
  const ownActivity = parameters.get('activityId') === session.terms.activity;
  switch (asked.resource) {
    case 'statements':
      return !reads || parameters.has('more') || isOwnRegistration(session, asked)
        ? null
        : 'reads-its-own-registration';
    case 'activities':
      return ownActivity ? null : 'activity-is-that-of-the-launch';
    case 'activities/profile':
      return ownActivity && reads ? null : 'profile-of-its-activity-is-only-read';
    case 'activities/state':
      return brokenState(session, asked, reads);
    default:
      return brokenAgent(session, asked);
  }
}

function isOwnRegistration({ registration }: OpenSession, { parameters }: RecordRequest): boolean {
  const named = parameters.has('statementId') || parameters.has('voidedStatementId');
  return !named && parameters.get('registration')?.toLowerCase() === registration;
}

function brokenState(session: OpenSession, asked: RecordRequest, reads: boolean): string | null {
  const { parameters } = asked;
  if (parameters.get('activityId') !== session.terms.activity) return 'activity-is-that-of-the-launch';
  if (!isOwnRegistration(session, asked)) return 'registration-is-that-of-the-launch';
  if (identityIn(parameters.get('agent')) !== session.terms.identity) return 'agent-is-that-of-the-launch';
  const name = parameters.get('stateId');
  // Without a name everything would go, the document of the launch too.
  return !reads && (name === null || name === launchWords.launchState) ? 'document-of-the-launch-is-only-read' : null;
}

/** `agents` and `agents/profile`: without an agent the standard refuses by itself. */
function brokenAgent(session: OpenSession, { parameters, resource }: RecordRequest): string | null {
  const agent = parameters.get('agent');
  if (agent === null) return null;
  if (identityIn(agent) !== session.terms.identity) return 'agent-is-that-of-the-launch';
  const other = resource === 'agents/profile' && parameters.get('profileId') !== launchWords.preferences;
  return other ? 'only-preferences-of-the-learner' : null;
}

function identityIn(text: string | null): string | null {
  try {
    const agent: unknown = JSON.parse(text ?? '');
    return isJsonObject(agent) ? agentIdentity(agent) : null;
  } catch {
    return null;
  }
}

/** Preferences are an object with a list of language tags and a yes or no to sound (cmi5, 11). */
async function guardPreferences(asked: RecordRequest): Promise<RecordRequest | RecordAnswer> {
  if (asked.method === 'DELETE') return refuseSession('preferences-are-not-taken-away');
  const bytes = await asked.body();
  if (!bytes.ok) return refuseRecord('TooLarge', { rule: 'body-is-small-enough' });
  const isJson = /^application\/json\s*(;|$)/i.test(asked.header('Content-Type')?.trim() ?? '');
  const fits = isJson && arePreferences(new TextDecoder().decode(bytes.value));
  return fits
    ? { ...asked, body: () => Promise.resolve(ok(bytes.value)) }
    : refuseSession('preferences-have-their-form');
}

function arePreferences(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (!isJsonObject(value)) return false;
  const { languagePreference: languages, audioPreference: sound } = value;
  const tags = /^[a-z]{2,8}(-[a-z0-9]{1,8})*(,[a-z]{2,8}(-[a-z0-9]{1,8})*)*$/i;
  return typeof languages === 'string' && tags.test(languages) && (sound === 'on' || sound === 'off');
}

/** Keeps that a part has asked for the preferences of its learner, whether there are any or not. */
export async function noteAsked(
  { database }: MountParts,
  { tenant }: Access,
  session: OpenSession,
  asked: RecordRequest,
): Promise<void> {
  const reads = asked.method === 'GET' || asked.method === 'HEAD';
  const isPreferences =
    asked.resource === 'agents/profile' && asked.parameters.get('profileId') === launchWords.preferences;
  if (!reads || !isPreferences || session.preferencesRead) return;
  await inTenant(database, { tenant, user: null }, (tx) => notePreferencesRead(tx, tenant, session.session));
}
