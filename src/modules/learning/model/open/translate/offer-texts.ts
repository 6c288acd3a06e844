import type { CourseSource } from '../source/course-source.ts';
import { textKeys } from '../source/text-keys.ts';
import { marksIn } from './marks-in.ts';
import type { KeptTranslation, OfferedText, Translation } from './translation.ts';

/** What else is known when texts are handed out. */
interface Offering {
  /** SHA-256. */
  readonly hash: (text: string) => string;
  readonly kept: Readonly<Record<string, KeptTranslation>>;
  /** Context and notes on pictures that authors wrote, by key. */
  readonly notes: Readonly<Record<string, string>>;
  /** What there is in the language by now, also where the course does not list it yet. */
  readonly there: Readonly<Record<string, string>>;
}

/** Everything of a course for a translator, in the order in which it is read (learning design, 2.5). */
export function offerTexts(source: CourseSource, to: string, offering: Offering): Translation {
  const { course, texts } = source;
  const from = course.languages.source;
  const words = texts.get(from) ?? {};
  const offered = textKeys(source).flatMap(({ key, plain }): readonly OfferedText[] => {
    const text = words[key];
    if (text === undefined) return [];
    return [offerOne(source, { key, text, plain }, offering)];
  });
  return { course: course.id, version: course.version, from, to, texts: offered };
}

function offerOne(
  { course, glossary }: CourseSource,
  { key, text, plain }: { readonly key: string; readonly text: string; readonly plain: boolean },
  { hash, kept, notes, there }: Offering,
): OfferedText {
  const [start = ''] = key.split('.');
  const target = there[key] ?? null;
  const known = kept[key];
  const now = hash(text);
  const drifted = known !== undefined && target !== null && known.hash !== now;
  const marks = marksIn(text);
  const term = /^terms\.([^.]+)\.word$/.exec(key)?.[1];
  return {
    key,
    scene: course.outline.some((id) => id === start) ? start : 'course',
    source: text,
    hash: now,
    target,
    // What was translated from other words has to be looked at again.
    state: target === null || drifted ? 'initial' : (known?.state ?? 'translated'),
    locked: term !== undefined && glossary[term]?.locked === true && target !== null,
    notes: [
      ...(plain ? ['Plain words: no marks.'] : []),
      ...(marks.length > 0 ? [`Keep as they are: ${marks.join(' ')}`] : []),
      ...(drifted ? [`Translated from: ${known.from}`] : []),
      ...(notes[key] === undefined ? [] : [notes[key]]),
    ],
  };
}
