import { useLanguage } from '#kernel/languages/web';
import { StateMark } from '#platform/web/ui';
import type { ItemState } from '../../model/open/play/judge-item.ts';

const kinds = { new: 'unchecked', begun: 'waiting', done: 'done', failed: 'unfit' } as const;

/** How somebody stands to a package or a part of it. */
export function ItemMark({ state }: { readonly state: ItemState }) {
  const { t } = useLanguage();
  return <StateMark kind={kinds[state]}>{t(`learning.packages.state.${state}`)}</StateMark>;
}
