import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { doubtsAbout, standingOf } from '#kernel/spaces/client';
import { useOpenWork } from '#kernel/spaces/web';
import { StateMark, type StateKind } from '#platform/web/ui';

const kinds = {
  none: 'unchecked',
  same: 'checked',
  void: 'stale',
  different: 'unfit',
} as const satisfies Record<string, StateKind>;

/** How one stands to a colleague after comparing; a number that anybody found different comes first. */
export function StandingMark({ user }: { readonly user: UserId }) {
  const { t } = useLanguage();
  const { comparisons, person } = useOpenWork();
  if (user === person.user || comparisons.colleagues.keysOf(user) === null) return null;
  const doubted = doubtsAbout(comparisons, user).length > 0;
  const { is } = standingOf(comparisons, person.user, user);
  const shown = doubted ? 'different' : is === 'different' ? 'none' : is;
  return <StateMark kind={kinds[shown]}>{t(`accounts.compare.own.${shown}`)}</StateMark>;
}
