import { listIdentities } from '../statement/agent-identity.ts';
import { isJsonObject, type JsonObject } from '../statement/check-value.ts';

/** What systems say when somebody is done with something (ADL, cmi5 9.3 and 9.3.9). */
export const doneVerbs = {
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  satisfied: 'https://w3id.org/xapi/adl/verbs/satisfied',
} as const;
export const doneVerbNames = ['completed', 'passed', 'satisfied'] as const;
export type DoneVerb = (typeof doneVerbNames)[number];

/** An activity and the verb in which somebody named it as done, whether or not that counts. */
export interface DoneActivity {
  readonly iri: string;
  readonly verb: DoneVerb;
  /** What the activity is called there, where that is said. */
  readonly title: string | null;
}

/** That one person is done with an activity, as a statement says it. */
export interface RecognisedCompletion extends DoneActivity {
  /** Whose it is, as the indexes know agents. */
  readonly identity: string;
  /** The run within the other system; null where it says none. */
  readonly registration: string | null;
}

/** Reads of which activity a statement says, in which verb, that somebody is done with it; null for any other statement. */
export function readDoneActivity({ verb: said, object }: JsonObject): DoneActivity | null {
  if (!isJsonObject(said) || !isJsonObject(object) || (object['objectType'] ?? 'Activity') !== 'Activity') return null;
  const verb = doneVerbNames.find((one) => doneVerbs[one] === said['id']);
  return verb === undefined ? null : { iri: String(object['id']), verb, title: titleOf(object['definition']) };
}

/**
 * Reads whether a statement says that one person is done with an activity; null for any other. A statement about a group, one that only
 * points at another, and one whose result says that it was not done, count nothing.
 */
export function recogniseCompletion(statement: JsonObject): RecognisedCompletion | null {
  const { actor, result, context } = statement;
  const done = readDoneActivity(statement);
  if (done === null || !isJsonObject(actor) || (actor['objectType'] ?? 'Agent') !== 'Agent') return null;
  const [identity] = listIdentities(actor);
  if (identity === undefined) return null;
  if (isJsonObject(result) && (result['completion'] === false || result['success'] === false)) return null;
  const registration = isJsonObject(context) ? context['registration'] : undefined;
  return {
    ...{ ...done, identity },
    registration: typeof registration === 'string' ? registration.toLowerCase() : null,
  };
}

function titleOf(definition: unknown): string | null {
  const names = isJsonObject(definition) ? definition['name'] : undefined;
  const [first] = isJsonObject(names) ? Object.values(names) : [];
  return typeof first === 'string' && first.trim() !== '' ? first.trim().slice(0, 200) : null;
}
