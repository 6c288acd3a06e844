import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { StateMark, type StateKind } from '#platform/web/ui';
import { useSignOffState } from './sign-offs-store.ts';

const kinds = {
  signed: 'checked',
  older: 'stale',
  withdrawn: 'soon',
  'other-rules': 'unfit',
  none: 'unchecked',
} as const satisfies Record<string, StateKind>;

/** In a few words whether the rules of a pack are signed off; nothing while that is not known. */
export function SignOffMark({ pack }: { readonly pack: Pack }) {
  const { t } = useLanguage();
  const told = useSignOffState(pack);
  if (told === null) return null;
  return <StateMark kind={kinds[told.state]}>{t(`casework.signOff.short.${told.state}`)}</StateMark>;
}
