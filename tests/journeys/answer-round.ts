import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '#kernel/content';
import type { ReleasedCourse } from '#modules/learning';
import type { FrameLocator } from 'playwright-core';
import type { Screen } from './screen.ts';

type Block = ReleasedCourse['scenes'][number]['blocks'][number];
type Question = Extract<Block, { readonly type: 'check' }>;

/** A course as the browser fetches it. */
export function builtCourse(language: string): ReleasedCourse {
  const file = join(import.meta.dirname, `../../dist/web/courses/recognising-trafficking/${language}.json`);
  // What the build wrote of the files of the course.
  return JSON.parse(readFileSync(file, 'utf8')) as ReleasedCourse;
}

/** Gives the right answer to every question that the round on the screen asks, as a person would who knows them all. */
export async function answerRound(
  learner: Screen,
  course: ReleasedCourse,
  /** Where the module is, when it is not the whole page. */
  where: Pick<FrameLocator, 'getByRole'> = learner.page,
): Promise<void> {
  const questions = course.scenes
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.type === 'check')
    .filter(({ bank }) => bank === 'final');
  const up = course.language === 'nl' ? 'Omhoog' : 'Move up';
  for (const question of questions) {
    const asked = where.getByRole('group', { name: wordsOf(question.prompt) });
    if ((await asked.count()) === 0) continue;
    if (question.kind === 'match') await match(learner, question);
    else if (question.kind === 'order') await order(learner, question, up);
    else for (const { text } of question.options.filter(({ right }) => right)) await learner.tick(wordsOf(text));
  }
}

async function match(learner: Screen, { options }: Question): Promise<void> {
  for (const { text, partner } of options) await learner.choose(wordsOf(text), partner ?? '');
}

async function order(learner: Screen, { options }: Question, up: string): Promise<void> {
  const sorted = options.toSorted((left, right) => (left.place ?? 0) - (right.place ?? 0));
  // Whoever is moved up often enough is first: so the last one of the order goes first.
  for (const { text } of sorted.toReversed())
    for (const _time of options) await learner.press(`${up}: ${wordsOf(text)}`);
}
