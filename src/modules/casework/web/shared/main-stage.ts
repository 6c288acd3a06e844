import { phaseOf, type JourneyAnswer, type Pack, type StageAnswer } from '#kernel/procedures';

/** The stage on which a person's stay hangs: that of the first track that has phases. */
export function mainStage(answer: JourneyAnswer, packs: readonly Pack[]): StageAnswer | null {
  return answer.stages.find(({ pack: id, stage }) => hasPhase(packs, id, stage)) ?? answer.stages[0] ?? null;
}

function hasPhase(packs: readonly Pack[], id: string, stage: string): boolean {
  const pack = packs.find((one) => one.id === id);
  return pack !== undefined && phaseOf(pack, stage) !== null;
}
