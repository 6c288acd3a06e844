import { agentIdentity } from '../statement/agent-identity.ts';
import { isJsonObject, type JsonObject } from '../statement/check-value.ts';
import type { LaunchMode } from './course-structure.ts';
import { hasHappened, hasHappenedIn, type LaunchEvent, type LaunchVerb } from './launch-facts.ts';
import type { SessionId } from './launch-ids.ts';
import { launchWords, verbAddress } from './launch-words.ts';

/** What a session was opened for: its statements must say the same. */
export interface SessionTerms {
  readonly session: SessionId;
  readonly registration: string;
  readonly mode: LaunchMode;
  readonly masteryScore: number | null;
  /** The id that the publisher gave the part, and the one that we gave it. */
  readonly publisher: string;
  readonly activity: string;
  /** Who it was opened for (`agentIdentity`). */
  readonly identity: string;
  /** Whether the part has asked for the learner's preferences, which it must before it begins (cmi5, 11). */
  readonly preferencesRead: boolean;
}

/** A statement that fits: what it is by cmi5; `verb` null where it is one that cmi5 only allows. */
export type Judged = { readonly verb: LaunchVerb | null } | { readonly rule: string };

const ownVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;
type OwnVerb = (typeof ownVerbs)[number];
const judging: readonly LaunchVerb[] = ['completed', 'passed', 'failed'];
const voided = 'http://adlnet.gov/expapi/verbs/voided';

/**
 * Judges a statement that a part sends in its session (cmi5, 9): by what was agreed at its launch, and by what has happened in the
 * registration so far. The statement is well-formed xAPI. The rule names what is broken.
 */
export function judgeStatement(terms: SessionTerms, events: readonly LaunchEvent[], statement: JsonObject): Judged {
  const address = objectOf(statement['verb'])['id'];
  const categories = listActivityIds(statement, 'category');
  const defined = categories.includes(launchWords.category);
  const verb = ownVerbs.find((one) => verbAddress(one) === address) ?? null;
  const rule =
    brokenAlways(terms, statement) ??
    (address === voided ? 'session-voids-nothing' : null) ??
    (defined && verb === null ? 'verb-is-one-of-a-part' : null) ??
    brokenOrder(terms, events, defined ? verb : null) ??
    (categories.includes(launchWords.moveOnCategory) && !(defined && verb !== null && judging.includes(verb))
      ? 'move-on-category-only-with-a-judgement'
      : null) ??
    (defined && verb !== null ? brokenDefined(terms, statement, verb, categories) : null);
  return rule === null ? { verb: defined ? verb : null } : { rule };
}

/** What every statement of a session must say. */
function brokenAlways(
  { session, registration, identity, publisher }: SessionTerms,
  statement: JsonObject,
): string | null {
  const { id, timestamp } = statement;
  const actor = objectOf(statement['actor']);
  const context = objectOf(statement['context']);
  if (typeof id !== 'string') return 'has-an-id';
  if (typeof timestamp !== 'string' || !/(Z|[+-]00:?00)$/.test(timestamp)) return 'has-a-timestamp-in-utc';
  if (actor['objectType'] === 'Group' || agentIdentity(actor) !== identity) return 'actor-is-that-of-the-launch';
  if (String(context['registration']).toLowerCase() !== registration) return 'registration-is-that-of-the-launch';
  if (objectOf(context['extensions'])[launchWords.session] !== session) return 'session-is-that-of-the-launch';
  return listActivityIds(statement, 'grouping').includes(publisher) ? null : 'grouping-names-the-part';
}

/** What may not come now. */
function brokenOrder(terms: SessionTerms, events: readonly LaunchEvent[], verb: OwnVerb | null): string | null {
  const { session, publisher, mode } = terms;
  const inSession = (one: LaunchVerb) => hasHappenedIn(events, session, one);
  const ever = (one: LaunchVerb) => hasHappened(events, publisher, one);
  if (inSession('terminated') || inSession('abandoned')) return 'session-is-open';
  if (!inSession('initialized')) {
    if (verb !== 'initialized') return 'session-begins-with-initialized';
    return terms.preferencesRead ? null : 'preferences-are-read-first';
  }
  if (verb === null) return null;
  if (inSession(verb)) return 'once-in-a-session';
  if (judging.includes(verb) && mode !== 'Normal') return 'judged-only-in-normal-mode';
  if ((verb === 'completed' || verb === 'passed') && ever(verb)) return 'once-in-a-registration';
  if (verb === 'failed' && ever('passed')) return 'not-failed-after-passed';
  return verb === 'passed' && inSession('failed') ? 'passed-or-failed-in-a-session' : null;
}

/** What a statement with a verb of cmi5 must say besides. */
function brokenDefined(
  terms: SessionTerms,
  statement: JsonObject,
  verb: OwnVerb,
  categories: readonly string[],
): string | null {
  if (objectOf(statement['object'])['id'] !== terms.activity) return 'object-is-that-of-the-launch';
  const result = objectOf(statement['result']);
  const judges = judging.includes(verb);
  if (judges && !categories.includes(launchWords.moveOnCategory)) return 'judgement-has-the-move-on-category';
  if (verb !== 'initialized' && result['duration'] === undefined) return 'has-a-duration';
  if (verb === 'completed' ? result['completion'] !== true : result['completion'] !== undefined)
    return 'completion-fits-the-verb';
  const success = verb === 'passed' ? true : verb === 'failed' ? false : undefined;
  if (result['success'] !== success) return 'success-fits-the-verb';
  return brokenScore(terms, statement, verb);
}

function brokenScore({ masteryScore }: SessionTerms, statement: JsonObject, verb: OwnVerb): string | null {
  const { score } = objectOf(statement['result']);
  const extensions = objectOf(objectOf(statement['context'])['extensions']);
  const said = extensions[launchWords.masteryScore];
  if (said !== undefined && said !== masteryScore) return 'mastery-score-is-that-of-the-launch';
  if (score === undefined) return null;
  if (verb !== 'passed' && verb !== 'failed') return 'score-only-with-passed-or-failed';
  const { raw, min, max, scaled } = objectOf(score);
  if (raw !== undefined && (min === undefined || max === undefined)) return 'raw-score-has-its-bounds';
  if (masteryScore === null || typeof scaled !== 'number') return null;
  if (said === undefined) return 'judgement-by-score-names-the-mastery-score';
  return scaled >= masteryScore === (verb === 'passed') ? null : 'score-fits-the-verb';
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The ids of context activities of a kind, given as a list or alone. */
function listActivityIds(statement: JsonObject, kind: 'category' | 'grouping'): readonly string[] {
  const around = objectOf(objectOf(statement['context'])['contextActivities'])[kind];
  const listed: readonly unknown[] = Array.isArray(around) ? around : [around];
  return listed.map((one) => String(objectOf(one)['id']));
}
