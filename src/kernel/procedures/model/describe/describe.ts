import type { Deadline, Fact, GuardAnswer, NextStep, Requirement, TermStep } from '../answer.ts';
import type { Confidence, Pack, PackTexts, Source } from '../pack.ts';
import { compareVersions } from '../find-pack.ts';
import { say, sayDay, textsOf, wordedKey } from '../say.ts';
import type { TermGround } from '../term/term.ts';

/** One sentence of "why this date". */
export interface DescribedLine {
  readonly text: string;
  readonly source?: string;
  /** What the line is: the fact, the rule, or the code of a step. */
  readonly code: string;
  /** The day it comes to, where it comes to one. */
  readonly day?: string;
  /** The name of the fact, or the period that was counted, without the day. */
  readonly words?: string;
}

/** "Why this date": ordered sentences; the last is the result. */
export interface DeadlineDescription {
  readonly title: string;
  /** The day in words. */
  readonly due: string;
  readonly lines: readonly DescribedLine[];
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  readonly pack: string;
  readonly version: string;
  readonly checkedOn: string;
}

/**
 * Why a date is what it is, for `WhyThisDate`: the fact, the counting, the result. The sentences of the steps are in the
 * language the journey was asked in; ask it with `{ language }` to have all in one.
 */
export function describeDeadline(deadline: Deadline, pack: Pack, language = 'en'): DeadlineDescription {
  const texts = textsOf(pack, language);
  const fact = texts[`fact.${deadline.trigger.fact}`] ?? deadline.trigger.fact;
  const title = say(texts, wordedKey(`deadline.${deadline.ref}`, deadline.words));
  const articles = deadline.sources.map(({ title, article }) => `${title}, ${article}`).join('; ');
  return {
    title,
    due: sayDay(texts, deadline.due),
    lines: [
      {
        code: 'fact',
        text: `${fact}: ${sayDay(texts, deadline.trigger.on)}.`,
        day: deadline.trigger.on,
        words: `${fact.charAt(0).toUpperCase()}${fact.slice(1)}`,
      },
      { code: 'rule', text: `${title}.`, source: articles },
      ...deadline.steps.map((step) => lineOfStep(step, texts)),
    ],
    sources: deadline.sources,
    confidence: deadline.confidence,
    pack: pack.id,
    version: pack.version,
    checkedOn: deadline.sources[0]?.checkedOn ?? '',
  };
}

function lineOfStep({ code, date, text, source }: TermStep, texts: PackTexts): DescribedLine {
  const template = texts[`step.${code}`] ?? '';
  const tail = date === undefined ? '' : template.replace('{period}', '').replace('{day}', sayDay(texts, date));
  const counted = template.startsWith('{period}') && text.endsWith(tail);
  return {
    code,
    text,
    ...(source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { day: date }),
    ...(counted ? { words: text.slice(0, text.length - tail.length) } : {}),
  };
}

/** The name of a stage in words. */
export function describeStage(pack: Pack, track: string, stage: string, language = 'en'): string {
  return say(textsOf(pack, language), `stage.${track}.${stage}`);
}

/** A fact in one line: its name and its day. */
export function describeFact(pack: Pack, fact: Pick<Fact, 'fact' | 'on'>, language = 'en'): string {
  const texts = textsOf(pack, language);
  return `${say(texts, `fact.${fact.fact}`)}, ${sayDay(texts, fact.on)}`;
}

/** What a step asks, in words. */
export function describeGuard(pack: Pack, guard: GuardAnswer, language = 'en'): string {
  return say(textsOf(pack, language), `guard.${guard.id}`);
}

/** The step a person or an authority can take, in words. */
export function describeNext(pack: Pack, step: NextStep, language = 'en'): string {
  const texts = textsOf(pack, language);
  const title = say(texts, `fact.${step.by}`);
  return step.route === undefined ? title : `${title} (${routeIn(texts, step.route)})`;
}

/** A route in words; as it stands in forms where the pack has no sentence for it. */
export function describeRoute(pack: Pack, route: string, language = 'en'): string {
  return routeIn(textsOf(pack, language), route);
}

function routeIn(texts: PackTexts, route: string): string {
  return say(texts, texts[`route.${route}`] === undefined ? `choice.${route}` : `route.${route}`);
}

/** The name of a document in words. */
export function describeDocument(pack: Pack, id: string, language = 'en'): string {
  return say(textsOf(pack, language), `document.${id}`);
}

/** A day in words: "Monday 28 December 2026". */
export function describeDay(pack: Pack, day: string, language = 'en'): string {
  return sayDay(textsOf(pack, language), day);
}

/** Everything an application for a stage may ask, whether or not the step is open now; `held` documents need a journey. */
export function requirementsOf(
  pack: Pack,
  stage: string,
  language = 'en',
): readonly (Omit<Requirement, 'state' | 'sources'> & { readonly title: string })[] {
  const texts = textsOf(pack, language);
  return pack.documents
    .filter((rule) => rule.for === stage)
    .map((rule) => ({
      id: rule.id,
      for: rule.for,
      ...(rule.route === undefined ? {} : { route: rule.route }),
      ...(rule.oneOf === undefined ? {} : { oneOf: rule.oneOf }),
      title: say(texts, `document.${rule.id}`),
      why: say(texts, `why.${rule.id}`),
      confidence: rule.confidence,
    }));
}

/** The calendar and words of the newest pack that knows a counting rule; null where none does. */
export function termGroundOf(packs: readonly Pack[], rule: string, language = 'en'): TermGround | null {
  const pack = packs
    .filter(({ calendar }) => calendar.rules.some(({ id }) => id === rule))
    .toSorted((left, right) => compareVersions(left.version, right.version))
    .at(-1);
  return pack === undefined ? null : { calendar: pack.calendar, texts: textsOf(pack, language) };
}
