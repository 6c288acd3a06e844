import { expectOk } from '#platform/base';
import { parseRichText, wordsOf, type RichText } from '#kernel/content';
import { missingSignOffs } from '../release/missing-sign-offs.ts';
import type { ReleasedPart, ReleasedSlide, ReleasedWorkshop } from './released-workshop.ts';
import type { WorkshopPart, WorkshopSource } from './workshop-source.ts';

/**
 * Puts a workshop together in one language. Only for a source in which `checkWorkshop` found no error: a missing text is a
 * defect here.
 */
export function releaseWorkshop(
  { workshop, texts, sources, review }: WorkshopSource,
  language: string,
): ReleasedWorkshop {
  const rich = (key: string): RichText => expectOk(parseRichText(texts.get(language)?.[key] ?? missing()));
  const plain = (key: string): string => wordsOf(rich(key));
  const { id, version, licence, credit, course, kind, minutes, people } = workshop;
  const slideOf = (of: string): Omit<ReleasedSlide, 'id'> => ({
    ...{ title: plain(`${of}.title`), body: rich(`${of}.body`), notes: rich(`${of}.notes`) },
  });
  return {
    ...{ id, version, licence, credit, course, kind, minutes, people, language },
    title: plain('title'),
    lead: rich('lead'),
    objectives: workshop.objectives.map((one) => ({ id: one, text: plain(`objectives.${one}`) })),
    needs: workshop.needs.map((need) => ({ ...need, text: rich(`needs.${need.id}`) })),
    parts: partsOf(workshop.parts, { rich, plain }),
    slides: workshop.slides.map((one) => ({ id: one, ...slideOf(`slides.${one}`) })),
    // How strong a signal is stays out: who gives out the cards reads it in the notes.
    cards: workshop.cards.map((card) => ({ id: card.id, kind: card.kind, ...slideOf(`cards.${card.id}`) })),
    questions: workshop.questions.map((one) => ({
      ...{ id: one, asked: plain(`questions.${one}.asked`), answer: rich(`questions.${one}.answer`) },
    })),
    pages: workshop.pages.map((page) => ({
      ...{ ...page, title: plain(`pages.${page.id}.title`), body: rich(`pages.${page.id}.body`) },
    })),
    evaluation: workshop.evaluation.map((one) => ({ id: one, text: plain(`evaluation.${one}`) })),
    sources: Object.fromEntries(
      Object.entries(sources).map(([key, { title, publisher, address, accessed }]) => [
        key,
        { title, publisher, address, accessed },
      ]),
    ),
    unsigned: missingSignOffs({ course: workshop, review }, language),
  };
}

interface Read {
  readonly rich: (key: string) => RichText;
  readonly plain: (key: string) => string;
}

function partsOf(parts: readonly WorkshopPart[], { rich, plain }: Read): readonly ReleasedPart[] {
  let from = 0;
  return parts.map(({ id, minutes, method, heavy, steps }) => {
    const begins = from;
    return {
      ...{ id, minutes, method, heavy: heavy === true, from: begins },
      title: plain(`parts.${id}.title`),
      aim: rich(`parts.${id}.aim`),
      steps: steps.map((step) => {
        const at = from;
        from += step.minutes;
        const of = `parts.${id}.${step.id}`;
        return {
          ...{ id: step.id, from: at, minutes: step.minutes, todo: rich(`${of}.do`) },
          say: step.say === true ? rich(`${of}.say`) : null,
          ...{ slide: step.slide ?? null, cards: step.cards ?? [] },
        };
      }),
    };
  });
}

function missing(): never {
  throw new Error('a workshop was released that was not checked');
}
