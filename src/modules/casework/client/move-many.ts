import { ok, refuse, type CivilDate, type RecordId, type Result, type SpaceId } from '#platform/base';
import type { AnswerDifference } from '#kernel/procedures';
import { isRunning } from '../model/open/case-state.ts';
import type { MoveQuestion } from './compare-move.ts';
import { recordOf, type CaseRefusal, type OpenedCase } from './opened-case.ts';
import { newerPacks, type PackVersion } from './released-procedures.ts';

/** Cases that are moved in one go at most (casework design, 12). */
export const mostMovedAtOnce = 50;

/** What moving one case would change, as far as a list says it. Nothing of the facts is kept. */
export type MovePreview = { readonly id: SpaceId; readonly codeName: string } & (
  | {
      readonly at: 'compared';
      readonly to: readonly PackVersion[];
      /** The version of the journey that was looked at. */
      readonly seen: number;
      readonly differences: readonly AnswerDifference[];
    }
  /** Stands on the newest versions, rests, or has no journey. */
  | { readonly at: 'nothing-to-move' }
  | { readonly at: 'refused'; readonly refusal: CaseRefusal }
);

/** Says what two versions do not share for one case; a worker, or the engine itself. */
export type Compare = (question: MoveQuestion) => Promise<Result<readonly AnswerDifference[], CaseRefusal>>;

export interface ManyOptions {
  readonly onProgress: (done: number) => void;
  /** Asked before each case: true ends it there. */
  readonly stopped: () => boolean;
}

/** The cases that are looked at, and how. */
export interface PreviewInput {
  readonly cases: readonly { readonly id: SpaceId; readonly codeName: string }[];
  readonly on: CivilDate;
  readonly language: string;
  readonly open: (id: SpaceId) => Promise<Result<OpenedCase, CaseRefusal>>;
  readonly compare: Compare;
}

/**
 * Looks at cases one after another: opened and verified here, compared aside, and let go again. The next is opened while one
 * is compared. A stopped look gives what was looked at until then.
 */
export async function previewMoves(
  { cases, on, language, open, compare }: PreviewInput,
  { onProgress, stopped }: ManyOptions,
): Promise<readonly MovePreview[]> {
  const previews: Promise<MovePreview>[] = [];
  let done = 0;
  for (const one of cases) {
    if (stopped()) break;
    const opened = await open(one.id);
    const looked = lookAt(one, opened, { on, language, compare }).then((preview) => {
      done += 1;
      onProgress(done);
      return preview;
    });
    previews.push(looked);
  }
  return Promise.all(previews);
}

async function lookAt(
  named: PreviewInput['cases'][number],
  opened: Result<OpenedCase, CaseRefusal>,
  { on, language, compare }: Pick<PreviewInput, 'on' | 'language' | 'compare'>,
): Promise<MovePreview> {
  if (!opened.ok) return { ...named, at: 'refused', refusal: opened.refusal };
  const journey = recordOf(opened.value, 'journey');
  const to = journey && isRunning(opened.value.open.state.name) ? newerPacks(journey.content.packs) : null;
  if (!journey || !to) return { ...named, at: 'nothing-to-move' };
  const { packs, parameters, facts } = journey.content;
  const compared = await compare({ journey: { packs, parameters, facts }, to, on, language });
  if (!compared.ok) return { ...named, at: 'refused', refusal: compared.refusal };
  return { ...named, at: 'compared', to, seen: journey.version, differences: compared.value };
}

/** A case that was chosen after looking, with the id of its move, drawn once so that trying again moves it once. */
export interface ChosenMove {
  readonly id: SpaceId;
  readonly move: RecordId;
  readonly to: readonly PackVersion[];
  readonly seen: number;
}

/**
 * Moves cases one after another, there or back, each as one operation that the server acknowledged before the next begins. A
 * stop lies between two cases, never within one; a case that is refused does not keep the next from moving.
 */
export async function moveEach<One extends { readonly id: SpaceId }>(
  chosen: readonly One[],
  move: (one: One) => Promise<Result<OpenedCase, CaseRefusal>>,
  { onProgress, stopped }: ManyOptions,
): Promise<Result<ReadonlyMap<SpaceId, CaseRefusal | null>, CaseRefusal>> {
  if (chosen.length > mostMovedAtOnce) return refuse({ type: 'TooManyAtOnce' });
  const outcomes = new Map<SpaceId, CaseRefusal | null>();
  for (const one of chosen) {
    if (stopped()) break;
    const moved = await move(one);
    outcomes.set(one.id, moved.ok ? null : moved.refusal);
    onProgress(outcomes.size);
  }
  return ok(outcomes);
}
