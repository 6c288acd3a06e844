import type { UserId } from '#platform/base';
import type { TemplateValues } from '#kernel/documents';
import type { Language, Messages } from '#kernel/languages';
import type { JourneyAnswer } from '#kernel/procedures';
import type { OpenWork } from '#kernel/spaces/web';
import {
  createProcedures,
  currentFacts,
  factsOf,
  factsOfStages,
  letterValues,
  needsSeenByTwo,
  recordOf,
  type Letterhead,
  type LetterSources,
  type OpenedCase,
} from '#modules/casework/client';
import { engineDay } from '../shared/engine-day.ts';
import { missingOf, titleOfDocument, titleOfStep, type ApplicationView } from './application-view.ts';
import { languageOfLetter, messagesIn } from './messages-in.ts';

/** Who writes and when. */
export type Writer = Pick<OpenWork, 'names' | 'roles' | 'today'> & { readonly user: UserId };

/** What a letter or form is filled from, with the words of its language. */
export interface LetterGround {
  readonly values: TemplateValues;
  readonly language: Language;
  readonly words: Messages;
}

/** Gathers what the letter of an application says, in the letter's language. Nothing leaves the device. */
export async function groundOfLetter(
  opened: OpenedCase,
  view: ApplicationView,
  letterhead: Letterhead,
  writer: Writer,
): Promise<LetterGround> {
  const { content, packs } = view;
  const language = languageOfLetter(content.letter.language);
  const words = await messagesIn(language);
  const answer = answerIn(opened, view, language, writer);
  const chosen = factsToTell(opened, view);
  const values = letterValues(opened, {
    application: { id: view.id, content },
    answer,
    facts: chosen.map((fact) => ({
      title: titleOfStep(packs, fact.fact, language),
      on: engineDay(fact.on),
      article: '',
    })),
    enclosed: enclosedIn(view, words),
    following: followingOf(view, language),
    procedure: titleOfStep(packs, content.step, language),
    authority: letterhead.recipient.name,
    letterhead,
    sender: {
      name: writer.names.get(writer.user) ?? null,
      role: words(writer.roles.includes('coordinator') ? 'casework.letter.coordinator' : 'casework.letter.volunteer'),
    },
    today: writer.today,
    seenNeeds: needsSeenByTwo(content),
  });
  return { values, language, words };
}

function enclosedIn({ parts }: ApplicationView, words: Messages): LetterSources['enclosed'] {
  return parts.map((part) => ({
    title: part.title,
    date: part.kind === 'paper' ? part.paper.date : null,
    language: part.kind === 'paper' ? part.paper.language : null,
    form: part.kind === 'paper' ? words(`casework.form.${part.paper.form.kind}`) : '',
    note: '',
  }));
}

function followingOf(view: ApplicationView, language: Language): LetterSources['following'] {
  return missingOf(view).flatMap(({ requirement, without }) =>
    without
      ? [{ title: titleOfDocument(view.packs, requirement.id, language), by: without.by, note: without.what }]
      : [],
  );
}

/** Facts that the letter tells: those somebody chose, else those that began a stage. */
export function factsToTell(opened: OpenedCase, { content, answer }: ApplicationView) {
  const facts = factsOf(opened);
  const { facts: chosen } = content.letter;
  return chosen === null
    ? factsOfStages(answer, facts)
    : currentFacts(facts).filter(({ id }) => id !== undefined && chosen.includes(id));
}

/** The same answer with its sentences in the language of the letter. */
function answerIn(
  opened: OpenedCase,
  { answer }: ApplicationView,
  language: Language,
  { today }: Writer,
): JourneyAnswer {
  const journey = recordOf(opened, 'journey');
  const told = journey ? createProcedures(language).answer(journey.content, today) : null;
  return told?.ok ? told.value : answer;
}
