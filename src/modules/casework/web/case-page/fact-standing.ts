import type { Issue, JourneyAnswer } from '#kernel/procedures';

/** How the engine took a fact that was recorded; each has its words under `casework.facts`. */
export type FactStanding = 'counts' | 'corrected' | 'pending' | Issue['code'];

/** How the engine took a fact: it counts, was put right later, lies ahead, or does not fit what else is known. */
export function factStanding(
  fact: { readonly id?: string | undefined },
  { corrected, pending, issues }: Pick<JourneyAnswer, 'corrected' | 'pending' | 'issues'>,
): FactStanding {
  if (corrected.some((one) => one.fact.id === fact.id)) return 'corrected';
  if (pending.some(({ id }) => id === fact.id)) return 'pending';
  return issues.find((issue) => issue.fact.id === fact.id)?.code ?? 'counts';
}
