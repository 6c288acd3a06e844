import { useCallback, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Notice } from '#platform/web/ui';
import { exportRoutes } from '../../contract/export-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import type { ListedOrganisation } from './listed-organisation.ts';
import styles from './organise.module.css';

/** Packages that were made for an organisation, and the way to take receipts of one no more. Shown anew with another `key`. */
export function ExportsList({ organisation }: { readonly organisation: ListedOrganisation }) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const { id } = organisation;
  const ask = useCallback(() => work.api.call(exportRoutes.listExports, { params: { organisation: id } }), [work, id]);
  const { found, refused, reload } = useLoaded(ask);
  const [asked, setAsked] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const end = async (number: string): Promise<void> => {
    const answer = await work.api.call(exportRoutes.revokeExport, { params: { number }, input: {} });
    setAsked(null);
    setFailed(answer.ok ? null : answer.refusal.type);
    reload();
  };
  const wrong = failed ?? refused;
  if (wrong !== null) return <Notice tone="late">{refusalMessage(t, wrong)}</Notice>;
  if (found === null || found.exports.length === 0) return null;
  return (
    <>
      <h3>{t('learning.package.exports')}</h3>
      <p className={styles['small']}>{t('learning.package.exportsLead')}</p>
      <ul>
        {found.exports.map(({ number, title, version, language, format, madeOn, revokedOn }) => {
          const name = t('learning.package.export', {
            ...{ number, title, version, language, day: formatDay(madeOn) },
            format: t(`learning.package.format.${format}`),
          });
          return (
            <li key={number}>
              <p>{name}</p>
              {revokedOn !== null && (
                <p className={styles['small']}>{t('learning.package.ended', { day: formatDay(revokedOn) })}</p>
              )}
              {revokedOn === null && asked !== number && (
                <Button kind="link" onClick={() => setAsked(number)}>
                  {t('learning.package.end', { number })}
                </Button>
              )}
              {asked === number && (
                <Notice tone="soon">
                  <p>{t('learning.package.endWhat')}</p>
                  <Button onClick={() => void end(number)}>{t('learning.package.endYes', { number })}</Button>{' '}
                  <Button kind="quiet" onClick={() => setAsked(null)}>
                    {t('learning.training.leave')}
                  </Button>
                </Notice>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
