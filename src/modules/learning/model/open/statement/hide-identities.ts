import { agentIdentity } from './agent-identity.ts';
import { isJsonObject, type JsonObject } from './check-value.ts';
import { isUuid } from './iri-forms.ts';
import { mapStatement } from './map-statement.ts';

/** Who stands for an identity: an account under an address of ours. */
export type HideAgent = (identity: string) => { readonly homePage: string; readonly name: string };

/** A statement without anybody's identity, and how much of it is not as it was sent. */
export interface HiddenStatement {
  readonly statement: JsonObject;
  /** Agents and groups that became somebody without a name. */
  readonly rewritten: number;
  /** Answers in free text, and extensions that are not on the list. */
  readonly dropped: number;
}

/**
 * A statement from elsewhere, before anything of it is written: every agent and group, anonymous groups and contained statements too,
 * becomes an account that only the holder of the source's secret could find again; names go; answers stay only where the
 * question was closed; extensions stay only where we know what is in them (learning design, 6.4).
 */
export function hideIdentities(statement: JsonObject, hide: HideAgent): HiddenStatement {
  const count = { rewritten: 0, dropped: 0 };
  const drop = (kept: boolean): boolean => {
    if (!kept) count.dropped += 1;
    return kept;
  };
  const actor = (one: JsonObject): JsonObject => {
    count.rewritten += 1;
    return hideAgent(one, hide);
  };
  const named = mapStatement(statement, {
    actor,
    activity: (activity) => {
      const definition = activity['definition'];
      return isJsonObject(definition) ? { ...activity, definition: keepKnown(definition, drop) } : activity;
    },
  });
  const statementKept = keepClosed(named, drop);
  return { ...count, statement: statementKept };
}

/** An agent or group as somebody without a name; a group keeps who is in it. */
export function hideAgent(agent: JsonObject, hide: HideAgent): JsonObject {
  const identity = agentIdentity(agent);
  const { objectType, member } = agent;
  return {
    ...(objectType === undefined ? {} : { objectType }),
    ...(identity === null ? {} : { account: hide(identity) }),
    ...(Array.isArray(member) ? { member: member.filter(isJsonObject).map((one) => hideAgent(one, hide)) } : {}),
  };
}

/** Kinds of questions whose answers are chosen and not written. */
const closed = ['true-false', 'choice', 'sequencing', 'matching', 'likert'];

function keepClosed(statement: JsonObject, drop: (kept: boolean) => boolean): JsonObject {
  const { object, result, context } = statement;
  const inner =
    isJsonObject(object) && object['objectType'] === 'SubStatement' ? { object: keepClosed(object, drop) } : {};
  const about = isJsonObject(object) && isJsonObject(object['definition']) ? object['definition'] : {};
  const isClosed = closed.includes(String(about['interactionType']));
  const outcome = isJsonObject(result) ? { result: keepAnswer(keepKnown(result, drop), isClosed, drop) } : {};
  return {
    ...statement,
    ...inner,
    ...outcome,
    ...(isJsonObject(context) ? { context: keepKnown(context, drop) } : {}),
  };
}

function keepAnswer(result: JsonObject, isClosed: boolean, drop: (kept: boolean) => boolean): JsonObject {
  const { response, ...rest } = result;
  return response === undefined || drop(isClosed) ? result : rest;
}

/** What stands in these extensions is a number or a word of a list: nobody can be named in it. */
const knownExtensions: Readonly<Record<string, (value: unknown) => boolean>> = {
  'https://w3id.org/xapi/cmi5/context/extensions/sessionid': (value) => typeof value === 'string' && isUuid(value),
  'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': (value) => typeof value === 'number',
  'https://w3id.org/xapi/cmi5/context/extensions/launchmode': isOneOf('Normal', 'Browse', 'Review'),
  'https://w3id.org/xapi/cmi5/context/extensions/moveon': isOneOf(
    ...['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'],
  ),
  'https://w3id.org/xapi/cmi5/result/extensions/progress': (value) => typeof value === 'number',
  // Moodle's log store says which of its own events it was.
  'http://lrs.learninglocker.net/define/extensions/info': (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(
      ([key, member]) =>
        ['http://moodle.org', 'https://moodle.org/', 'event_name', 'event_function'].includes(key) &&
        typeof member === 'string' &&
        /^(\d+(\.\d+)*( \(Build: \d+\))?|\\[a-z_]+(\\[a-z_]+)+)$/.test(member),
    ),
};

function isOneOf(...words: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && words.includes(value);
}

function keepKnown(value: JsonObject, drop: (kept: boolean) => boolean): JsonObject {
  const { extensions, ...rest } = value;
  if (!isJsonObject(extensions)) return value;
  const kept = Object.entries(extensions).filter(([iri, member]) => {
    const fits = Object.hasOwn(knownExtensions, iri) ? knownExtensions[iri] : undefined;
    return drop(fits?.(member) === true);
  });
  return kept.length === 0 ? rest : { ...rest, extensions: Object.fromEntries(kept) };
}
