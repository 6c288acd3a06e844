import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';

/** The way to the module, in a tab of its own: it needs no keys, and the workspace stays as it is. */
export function ModuleLink({ icon }: { readonly icon?: ReactNode }) {
  const { t } = useLanguage();
  return (
    <a href="/learn/recognising-trafficking" target="_blank" rel="noopener">
      {icon}
      {t('shell.module')}
      <span className="visually-hidden"> ({t('shell.newTab')})</span>
    </a>
  );
}
