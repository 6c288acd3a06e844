import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { Button, lookOf, Page } from '#platform/web/ui';

/** For what does not exist and for what belongs to others: the same words. */
export function NotHere() {
  const { t } = useLanguage();
  return (
    <Page title={t('shell.notHere')}>
      <p>{t('shell.notHereBody')}</p>
      <p>
        <Link to="/" className={lookOf('main')}>
          {t('shell.home')}
        </Link>
      </p>
    </Page>
  );
}

/** A page failed by itself; the rest of the workspace goes on. */
export function PageDefect() {
  const { t } = useLanguage();
  return (
    <Page title={t('shell.defect')}>
      <p>{t('shell.defectBody')}</p>
      <p>
        <Button kind="main" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
      </p>
    </Page>
  );
}
