import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { Button, lookOf, Page } from '#platform/web/ui';
import { PageNotLoaded } from '../lazy-page.ts';

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

/** A page failed by itself, or did not arrive; the rest of the workspace goes on. */
export function PageDefect({ error, reset }: ErrorComponentProps) {
  const { t } = useLanguage();
  if (!(error instanceof PageNotLoaded)) {
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
  const again = (): void => {
    error.forget();
    reset();
  };
  return (
    <Page title={t('shell.notLoaded')}>
      <p>{t('shell.notLoadedBody')}</p>
      <p>
        <Button kind="main" onClick={again}>
          {t('shell.tryAgain')}
        </Button>
      </p>
      <p>{t('shell.notLoadedAgain')}</p>
      <p>
        <Button onClick={() => location.reload()}>{t('shell.reload')}</Button>
      </p>
    </Page>
  );
}
