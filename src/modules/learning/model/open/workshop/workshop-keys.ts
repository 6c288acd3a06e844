import type { WorkshopFile } from './workshop-source.ts';

/** A text that a workshop asks for. A plain one is drawn without marks. */
export interface WorkshopKey {
  readonly key: string;
  readonly plain: boolean;
}

/** Every text that a workshop needs in each language. */
export function workshopKeys({
  objectives,
  needs,
  parts,
  slides,
  cards,
  questions,
  pages,
  evaluation,
}: WorkshopFile): readonly WorkshopKey[] {
  const plain = (key: string): WorkshopKey => ({ key, plain: true });
  const rich = (key: string): WorkshopKey => ({ key, plain: false });
  return [
    plain('title'),
    rich('lead'),
    ...objectives.map((id) => plain(`objectives.${id}`)),
    ...needs.map(({ id }) => rich(`needs.${id}`)),
    ...parts.flatMap((part) => [
      plain(`parts.${part.id}.title`),
      rich(`parts.${part.id}.aim`),
      ...part.steps.flatMap((step) => [
        rich(`parts.${part.id}.${step.id}.do`),
        ...(step.say === true ? [rich(`parts.${part.id}.${step.id}.say`)] : []),
      ]),
    ]),
    ...[...slides.map((id) => `slides.${id}`), ...cards.map(({ id }) => `cards.${id}`)].flatMap((of) => [
      plain(`${of}.title`),
      rich(`${of}.body`),
      rich(`${of}.notes`),
    ]),
    ...questions.flatMap((id) => [plain(`questions.${id}.asked`), rich(`questions.${id}.answer`)]),
    ...pages.flatMap(({ id }) => [plain(`pages.${id}.title`), rich(`pages.${id}.body`)]),
    ...evaluation.map((id) => plain(`evaluation.${id}`)),
  ];
}
