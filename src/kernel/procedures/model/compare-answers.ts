import type { Deadline, JourneyAnswer } from './answer.ts';

/** Something that two answers about one person do not share. `before` and `after` are null where it is new or gone. */
export type AnswerDifference =
  | {
      readonly what: 'stage';
      readonly track: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      readonly what: 'date';
      readonly id: string;
      readonly title: string;
      readonly before: DateSeen | null;
      readonly after: DateSeen | null;
    }
  | {
      readonly what: 'right' | 'obligation' | 'document' | 'warning' | 'step';
      readonly id: string;
      readonly before: string | null;
      readonly after: string | null;
    };

/** What a person is told of a date. */
export type DateSeen = Pick<Deadline, 'due' | 'state' | 'confidence'>;

/**
 * What two answers do not share, each thing once, in the order stages, dates, rights, obligations, documents, warnings,
 * steps. Nothing for equal answers; the same things with `before` and `after` exchanged when they are asked the other way
 * round. Sentences, sources and counting steps are not compared: a rule that was only reworded changes nothing for anybody.
 */
export function compareAnswers(before: JourneyAnswer, after: JourneyAnswer): readonly AnswerDifference[] {
  return [
    ...differ(stagesOf(before), stagesOf(after)).map(([track, old, now]): AnswerDifference => ({
      what: 'stage',
      track,
      before: old,
      after: now,
    })),
    ...compareDates(before.deadlines, after.deadlines),
    ...compareTexts('right', rightsOf(before), rightsOf(after)),
    ...compareTexts('obligation', obligationsOf(before), obligationsOf(after)),
    ...compareTexts('document', documentsOf(before), documentsOf(after)),
    ...compareTexts('warning', warningsOf(before), warningsOf(after)),
    ...compareTexts('step', stepsOf(before), stepsOf(after)),
  ];
}

function compareDates(before: readonly Deadline[], after: readonly Deadline[]): readonly AnswerDifference[] {
  const [old, now] = [byId(before), byId(after)];
  return keysOf(old, now).flatMap((id): readonly AnswerDifference[] => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null];
    const title = (is ?? was)?.title ?? id;
    const same =
      was !== null && is !== null && was.due === is.due && was.state === is.state && was.confidence === is.confidence;
    return same ? [] : [{ what: 'date', id, title, before: seen(was), after: seen(is) }];
  });
}

function seen(deadline: Deadline | null): DateSeen | null {
  return deadline && { due: deadline.due, state: deadline.state, confidence: deadline.confidence };
}

function byId(deadlines: readonly Deadline[]): ReadonlyMap<string, Deadline> {
  return new Map(deadlines.map((deadline) => [deadline.id, deadline]));
}

type Texts = ReadonlyMap<string, string>;

function compareTexts(
  what: 'right' | 'obligation' | 'document' | 'warning' | 'step',
  before: Texts,
  after: Texts,
): readonly AnswerDifference[] {
  return differ(before, after).map(([id, old, now]) => ({ what, id, before: old, after: now }));
}

function differ(before: Texts, after: Texts): readonly (readonly [string, string | null, string | null])[] {
  return keysOf(before, after).flatMap((key) => {
    const [old, now] = [before.get(key) ?? null, after.get(key) ?? null];
    return old === now ? [] : [[key, old, now] as const];
  });
}

/** The keys of both, in an order that does not tell which came first. */
function keysOf(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].toSorted();
}

function textsBy<Element>(
  elements: readonly Element[],
  keyOf: (element: Element) => string,
  textOf: (element: Element) => string,
): Texts {
  return new Map(elements.map((element) => [keyOf(element), textOf(element)]));
}

function stagesOf({ stages }: JourneyAnswer): Texts {
  return textsBy(
    stages,
    ({ track }) => track,
    ({ stage, outcome }) => (outcome === undefined ? stage : `${stage} (${outcome})`),
  );
}

function rightsOf({ rights }: JourneyAnswer): Texts {
  return textsBy(
    rights,
    ({ id }) => id,
    ({ allowed, basis, words, confidence }) =>
      [allowed ? 'yes' : 'no', basis, words, confidence].filter(Boolean).join(' '),
  );
}

function obligationsOf({ obligations }: JourneyAnswer): Texts {
  return textsBy(
    obligations,
    ({ id }) => id,
    ({ words, confidence }) => [words, confidence].filter(Boolean).join(' '),
  );
}

function documentsOf({ documents }: JourneyAnswer): Texts {
  return textsBy(
    documents,
    ({ id, for: stage, route }) => [stage, route, id].filter(Boolean).join(' '),
    ({ state, confidence }) => `${state} ${confidence}`,
  );
}

function warningsOf({ warnings }: JourneyAnswer): Texts {
  return new Map(warnings.map((warning) => [sayTold(warning), warning.code]));
}

/** A warning without its sentence: its code and what it is about. */
function sayTold(warning: JourneyAnswer['warnings'][number]): string {
  return Object.entries(warning)
    .filter(([name]) => name !== 'text')
    .map(([, value]) => (typeof value === 'string' ? value : `${value.fact} ${value.on}`))
    .join(' ');
}

function stepsOf({ next }: JourneyAnswer): Texts {
  return textsBy(
    next,
    ({ by, to, route }) => [by, to, route].filter((part) => part !== undefined && part !== null).join(' '),
    ({ open, confidence }) => `${open ? 'open' : 'closed'} ${confidence}`,
  );
}
