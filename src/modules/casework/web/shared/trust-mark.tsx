import { useLanguage } from '#kernel/languages/web';
import { StateMark } from '#platform/web/ui';

/** Whether this device has verified a case up to its newest point. */
export function TrustMark({ trust }: { readonly trust: 'checked' | 'not-checked' | 'does-not-fit' }) {
  const { t } = useLanguage();
  if (trust === 'checked') return <StateMark kind="checked">{t('casework.trust.checked')}</StateMark>;
  if (trust === 'not-checked') return <StateMark kind="unchecked">{t('casework.trust.notChecked')}</StateMark>;
  return <StateMark kind="unfit">{t('casework.trust.unfit')}</StateMark>;
}
