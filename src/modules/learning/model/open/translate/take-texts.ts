import { parseRichText } from '#kernel/content';
import type { CourseSource } from '../source/course-source.ts';
import { textKeys } from '../source/text-keys.ts';
import { marksIn } from './marks-in.ts';
import type { KeptTranslation, ReturnedText } from './translation.ts';

/** Why a text that came back is not taken. */
type TextFault = 'key-unknown' | 'key-twice' | 'source-altered' | 'mark-lost' | 'mark-added' | 'text-malformed';

/** What an import found, and what it would write. */
export interface TakenTexts {
  readonly faults: readonly { readonly key: string; readonly code: TextFault; readonly detail: string }[];
  /** Keys whose source changed since they were handed out: taken, and marked. */
  readonly drifted: readonly string[];
  /** Keys that came back without a translation, and keys of the course that did not come back. */
  readonly untranslated: readonly string[];
  readonly changed: readonly string[];
  /** All texts of the language afterwards, in the order of the course; those that nobody translated are missing. */
  readonly texts: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, KeptTranslation>>;
  /** Whether every key of the course has its text now. */
  readonly complete: boolean;
}

interface Taking {
  readonly hash: (text: string) => string;
  readonly there: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, KeptTranslation>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly reviewer: string | null;
}

/**
 * Judges texts that came back from a translator (learning design, 2.5). Unknown keys, sources that were altered and marks that were lost or added are
 * refused, each told; with one of them nothing is to be written.
 */
export function takeTexts(source: CourseSource, returned: readonly ReturnedText[], taking: Taking): TakenTexts {
  const keys = textKeys(source);
  const order = keys.map(({ key }) => key);
  const words = source.texts.get(source.course.languages.source) ?? {};
  const plain = new Set(keys.flatMap((one) => (one.plain ? one.key : [])));
  const faults = returned.flatMap((one, at) => {
    const twice = returned.findIndex(({ key }) => key === one.key) < at;
    return faultsOf(one, { known: order.includes(one.key), twice, plain: plain.has(one.key), hash: taking.hash });
  });
  const given = new Map(returned.flatMap((one) => (one.target === null ? [] : [[one.key, one]])));
  const texts: Record<string, string> = {};
  const kept: Record<string, KeptTranslation> = {};
  for (const key of order) {
    const one = given.get(key);
    const text = one?.target ?? taking.there[key];
    if (text === undefined) continue;
    texts[key] = text;
    const state = one === undefined ? taking.kept[key] : stateOf(one, taking);
    if (state !== undefined) kept[key] = state;
  }
  return {
    faults,
    drifted: returned.flatMap(({ key, hash }) =>
      words[key] !== undefined && taking.hash(words[key]) !== hash ? key : [],
    ),
    untranslated: order.filter((key) => !given.has(key)),
    changed: order.filter((key) => texts[key] !== undefined && texts[key] !== taking.there[key]),
    texts,
    kept,
    complete: order.every((key) => texts[key] !== undefined),
  };
}

function stateOf({ key, source, hash, target, state }: ReturnedText, taking: Taking): KeptTranslation {
  const before = taking.kept[key];
  const same = before !== undefined && before.hash === hash && before.state === state && taking.there[key] === target;
  if (same) return before;
  // A text that came back in the end is at least translated.
  const reached = state === 'initial' ? 'translated' : state;
  const reviewer = reached === 'reviewed' || reached === 'final' ? taking.reviewer : null;
  return { hash, from: source, state: reached, date: taking.today, reviewer };
}

function faultsOf(
  { key, source, hash, target }: ReturnedText,
  is: {
    readonly known: boolean;
    readonly twice: boolean;
    readonly plain: boolean;
    readonly hash: (text: string) => string;
  },
): TakenTexts['faults'] {
  const fault = (code: TextFault, detail: string) => ({ key: key.slice(0, 120), code, detail });
  if (!is.known) return [fault('key-unknown', 'the course has no such text')];
  if (is.twice) return [fault('key-twice', 'it came back twice')];
  if (is.hash(source) !== hash)
    return [fault('source-altered', 'the words to translate are not those that were handed out')];
  if (target === null) return [];
  const [wanted, there] = [marksIn(source), marksIn(target)];
  const lost = without(wanted, there);
  const added = without(there, wanted);
  const parsed = is.plain ? { ok: true } : parseRichText(target);
  return [
    ...(lost.length > 0 ? [fault('mark-lost', lost.join(' '))] : []),
    ...(added.length > 0 ? [fault('mark-added', added.join(' '))] : []),
    ...(parsed.ok ? [] : [fault('text-malformed', 'it holds something that texts cannot say')]),
  ];
}

/** What of one list is not in the other, each as often as it is missing. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
