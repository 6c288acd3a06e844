import type { Confidence } from '#kernel/procedures';
import { StateMark, type StateKind } from '#platform/web/ui';

const kinds = { A: 'checked', B: 'stale', C: 'soon', GK: 'unfit' } as const satisfies Record<Confidence, StateKind>;

/** How sure a rule is: its shape alone already says what is not verified. */
export function SureMark({ sure, children }: { readonly sure: Confidence; readonly children: string }) {
  return <StateMark kind={kinds[sure]}>{children}</StateMark>;
}
