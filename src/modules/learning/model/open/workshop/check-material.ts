import type { PartId } from '../source/part-id.ts';
import type { WorkshopFinding, WorkshopFindingCode } from './workshop-finding.ts';
import type { WorkshopFile, WorkshopSource } from './workshop-source.ts';

const at = (code: WorkshopFindingCode, path: readonly PropertyKey[], text: string): WorkshopFinding => ({
  ...{ code, file: 'workshop.yaml', path, text },
});

const fewestQuestions = 10;
/** As many as everybody is asked at the end (learning design, 5.6). */
const evaluationQuestions = 5;
/** Of the cases, so many hold no signal, or a weak one (learning design, 2.3, spotting). */
const withoutSignal = { least: 0.4, most: 0.6 };
const pagesOfAll = ['disclosure', 'aftercare', 'sheet'] as const;
const pagesOfTrainers = [...pagesOfAll, 'observe', 'licence'] as const;

/** Slides, cards, questions and pages: each is there once and used, and nothing that a trainer needs is missing. */
export function checkMaterial({ workshop }: WorkshopSource): readonly WorkshopFinding[] {
  const { cards, questions, pages, evaluation, kind } = workshop;
  const wanted = kind === 'trainers' ? pagesOfTrainers : pagesOfAll;
  const cases = cards.filter((card) => card.kind === 'case');
  const share = cases.filter(({ signal }) => signal === 'none' || signal === 'weak').length / cases.length;
  return [
    ...idsOnce(workshop),
    ...referencesFit(workshop),
    ...wanted
      .filter((one) => pages.every((page) => page.kind !== one))
      .map((one) => at('page-missing', ['pages'], `there is no page of the kind ${one}`)),
    ...(questions.length < fewestQuestions
      ? [at('questions-few', ['questions'], `fewer than ${String(fewestQuestions)} hard questions are answered`)]
      : []),
    ...(evaluation.length === evaluationQuestions
      ? []
      : [at('evaluation-unfit', ['evaluation'], `at the end ${String(evaluationQuestions)} questions are asked`)]),
    ...(cases.length > 0 && (share < withoutSignal.least || share > withoutSignal.most)
      ? [at('signals-lopsided', ['cards'], 'of the cases 40 to 60 % hold no signal or a weak one')]
      : []),
  ];
}

function idsOnce({
  objectives,
  needs,
  parts,
  slides,
  cards,
  questions,
  pages,
  evaluation,
}: WorkshopFile): readonly WorkshopFinding[] {
  const idsOf = (of: readonly { readonly id: PartId }[]): readonly string[] => of.map(({ id }) => id);
  const lists: readonly (readonly [readonly PropertyKey[], readonly string[]])[] = [
    [['objectives'], objectives],
    [['needs'], idsOf(needs)],
    [['parts'], idsOf(parts)],
    ...parts.map((part, index) => [['parts', index, 'steps'], idsOf(part.steps)] as const),
    [['slides'], slides],
    [['cards'], idsOf(cards)],
    [['questions'], questions],
    [['pages'], idsOf(pages)],
    [['evaluation'], evaluation],
  ];
  return lists.flatMap(([path, ids]) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [at('id-twice', [...path, index], `there is another ${id}`)] : [],
    ),
  );
}

function referencesFit({ parts, objectives, slides, cards }: WorkshopFile): readonly WorkshopFinding[] {
  const steps = parts.flatMap((part, index) =>
    part.steps.map((step, which) => ({ step, path: ['parts', index, 'steps', which] })),
  );
  const shown = new Set(steps.flatMap(({ step }) => step.slide ?? []));
  const given = new Set(steps.flatMap(({ step }) => step.cards ?? []));
  const unknown = (path: readonly PropertyKey[], id: string): WorkshopFinding =>
    at('reference-unknown', path, `there is no ${id}`);
  return [
    ...parts.flatMap((part, index) =>
      (part.objectives ?? [])
        .filter((id) => !objectives.includes(id))
        .map((id) => unknown(['parts', index, 'objectives'], id)),
    ),
    ...steps.flatMap(({ step, path }) => [
      ...(step.slide === undefined || slides.includes(step.slide) ? [] : [unknown([...path, 'slide'], step.slide)]),
      ...(step.cards ?? [])
        .filter((id) => cards.every((card) => card.id !== id))
        .map((id) => unknown([...path, 'cards'], id)),
    ]),
    ...slides
      .filter((id) => !shown.has(id))
      .map((id) => at('slide-unused', ['slides'], `no step shows the slide ${id}`)),
    ...cards
      .filter(({ id }) => !given.has(id))
      .map(({ id }) => at('card-unused', ['cards'], `no step gives out the card ${id}`)),
  ];
}
