import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { engineDay } from '../shared/engine-day.ts';
import { useSignOffs, useSignOffState } from './sign-offs-store.ts';
import { useSignOffWords } from './use-sign-off-words.ts';

/** One line where dates are explained: who signed these rules off, or that nobody did. */
export function SignOffLine({ pack }: { readonly pack: Pack }) {
  const { t, formatDay } = useLanguage();
  const { at } = useSignOffs();
  const { valuesOf } = useSignOffWords();
  const told = useSignOffState(pack);
  const { version } = pack;
  if (at === 'failed') return <p>{t('casework.signOff.failed')}</p>;
  if (told === null) return <p>{t('casework.signOff.opening')}</p>;
  switch (told.state) {
    case 'signed':
      return told.items.map((item) => <p key={item.id}>{t('casework.signOff.by', valuesOf(item))}</p>);
    case 'older': {
      const { version: older, ...values } = valuesOf(told.item);
      return <p>{t('casework.signOff.older', { ...values, version, older })}</p>;
    }
    case 'withdrawn': {
      const day = formatDay(engineDay(told.item.content.withdrawn?.on ?? told.item.content.on));
      return <p>{t('casework.signOff.withdrawn', { version, day })}</p>;
    }
    case 'other-rules':
    case 'none':
      return <p>{t(`casework.signOff.${told.state}`, { version })}</p>;
  }
}
