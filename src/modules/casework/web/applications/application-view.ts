import type { CivilDate, RecordId } from '#platform/base';
import { describeDocument, type Deadline, type JourneyAnswer, type Pack, type Requirement } from '#kernel/procedures';
import {
  fits,
  recordsOf,
  requirementsMet,
  type Application,
  type ChecklistRow,
  type FiledPaper,
  type OfficialForm,
  type OpenedCase,
  type Paper,
  type Stationery,
  type StationeryItem,
} from '#modules/casework/client';

/** One part of the bundle, in its order. */
export type PartView = { readonly id: RecordId; readonly title: string } & (
  | { readonly kind: 'form'; readonly form: StationeryItem<OfficialForm> }
  | { readonly kind: 'paper'; readonly paper: Paper }
);

/** A requirement with what is known of it. */
export interface RequirementView {
  readonly requirement: Requirement;
  readonly title: string;
  readonly row: ChecklistRow;
  /** What was said about sending without it. */
  readonly without: Application['without'][number] | null;
}

/** Everything an application's screen shows, worked out from the case. */
export interface ApplicationView {
  readonly id: RecordId;
  readonly content: Application;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
  readonly deadline: Deadline | null;
  readonly requirements: readonly RequirementView[];
  /** Papers of the case that no requirement asks for. */
  readonly others: readonly FiledPaper[];
  readonly papers: readonly FiledPaper[];
  readonly parts: readonly PartView[];
  readonly form: StationeryItem<OfficialForm> | null;
  readonly ready: number;
  readonly needed: number;
}

/** What a view is worked out from. */
export interface ViewSources {
  readonly opened: OpenedCase;
  readonly application: { readonly id: RecordId; readonly content: Application };
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
  readonly stationery: Stationery | null;
  readonly language: string;
  readonly today: CivilDate;
}

/** Works out what the application needs, has and will send. Pure. */
export function viewApplication(sources: ViewSources): ApplicationView {
  const { opened, answer, packs, stationery, language, today } = sources;
  const { id, content } = sources.application;
  const stage = answer.next.find(({ by }) => by === content.step)?.to ?? null;
  const wanted = answer.documents.filter(
    (one) => one.for === stage && (one.route === undefined || one.route === '' || one.route === content.route),
  );
  const papers = recordsOf(opened, 'paper').map((record) => ({ id: record.id, paper: record.content }));
  const form = stationery?.forms.find((one) => one.id === content.form) ?? null;
  const used = { papers: new Set(content.order), form: form && { id: form.id, meets: form.content.meets } };
  const rows = requirementsMet(wanted, papers, today, used);
  const requirements = rows.flatMap((row) => {
    const requirement = wanted.find((one) => one.id === row.requirement);
    const without = content.without.find((one) => one.requirement === row.requirement) ?? null;
    return requirement ? [{ requirement, title: titleOfDocument(packs, row.requirement, language), row, without }] : [];
  });
  const counted = rows.filter(({ state }) => state !== 'not-needed');
  return {
    id,
    content,
    answer,
    packs,
    deadline: answer.deadlines.find((one) => one.id === content.deadline) ?? null,
    requirements,
    others: papers.filter(({ paper }) => !wanted.some((one) => fits(paper, one.id))),
    papers,
    parts: partsOf(content, papers, form),
    form,
    ready: counted.filter(({ state }) => state === 'met').length,
    needed: counted.length,
  };
}

function partsOf(
  { order }: Application,
  papers: readonly FiledPaper[],
  form: StationeryItem<OfficialForm> | null,
): readonly PartView[] {
  return order.flatMap((id): readonly PartView[] => {
    if (form?.id === id) return [{ id, title: form.content.map.title, kind: 'form', form }];
    const filed = papers.find((one) => one.id === id);
    return filed ? [{ id, title: filed.paper.title, kind: 'paper', paper: filed.paper }] : [];
  });
}

/** Rows that something of is not in the bundle: they follow, are sent without, or wait to be taken. */
export function missingOf({ requirements }: Pick<ApplicationView, 'requirements'>): readonly RequirementView[] {
  return requirements.filter(({ row }) => row.state !== 'met' && row.state !== 'not-needed');
}

/** What has to follow: missing, and not lying ready in the case. */
export function followingOf(view: Pick<ApplicationView, 'requirements'>): readonly RequirementView[] {
  return missingOf(view).filter(({ row, without }) => row.state !== 'here' || without !== null);
}

/** The name of a document in the words of the pack that knows it. */
export function titleOfDocument(packs: readonly Pack[], document: string, language: string): string {
  const pack = packs.find((one) => one.documentIds.includes(document));
  return pack ? describeDocument(pack, document, language) : document;
}

/** What is applied for, in a language when the pack has it. */
export function titleOfStep(packs: readonly Pack[], fact: string, language: string): string {
  for (const pack of packs) {
    const words = pack.texts[language] ?? pack.texts['en'];
    const text = words?.[`application.${fact}`] ?? words?.[`fact.${fact}`];
    if (text) return text;
  }
  return fact;
}
