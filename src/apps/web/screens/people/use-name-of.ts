import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';

/** The name of a colleague; the words for having none yet where there is none. */
export function useNameOf(): (user: UserId) => string {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  return (user) => names.get(user) ?? t('accounts.peopleNone');
}
