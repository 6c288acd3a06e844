import type { Pack } from '#kernel/procedures';
import type { MoveQuestion } from '#modules/casework/client';

/** What the comparing worker is told: the packs once, then questions by number. */
export type ToCompare =
  | { readonly kind: 'packs'; readonly packs: readonly Pack[] }
  | { readonly kind: 'question'; readonly at: number; readonly question: MoveQuestion };
