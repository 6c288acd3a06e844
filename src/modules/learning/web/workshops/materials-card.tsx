import { useState } from 'react';
import { attendPath } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, QrPicture, Rows, Skeleton } from '#platform/web/ui';
import { materialRoutes } from '../../contract/material-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { AddMaterialForm } from './add-material-form.tsx';
import { AddPageForm } from './add-page-form.tsx';
import { useMaterials, type Materials } from './material-calls.ts';
import { MaterialRow } from './material-row.tsx';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** What people of a session are given to read: what there is, what they see and when, and the code by which they get it. */
export function MaterialsCard({ session, plans }: { readonly session: ListedSession; readonly plans: boolean }) {
  const { t } = useLanguage();
  const { found, refused, reload } = useMaterials(session.id);
  return (
    <Card title={t('learning.materials.title')} beside={found?.materials.length ?? 0}>
      <div className={styles['stack']}>
        <p className={styles['small']}>{t('learning.materials.lead')}</p>
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        {found === null && refused === null && <Skeleton label={t('learning.workshops.loading')} />}
        {found && (
          <>
            {found.materials.length === 0 && <EmptyState>{t('learning.materials.none')}</EmptyState>}
            <Rows>
              {found.materials.map((material) => (
                <MaterialRow key={material.id} {...{ session, material, plans }} onChanged={reload} />
              ))}
            </Rows>
            <AddMaterialForm session={session} onAdded={reload} />
            {found.pages.length + found.sets.length > 0 && (
              <AddPageForm session={session} found={found} onAdded={reload} />
            )}
            <CodePart session={session} found={found} onDrawn={reload} />
          </>
        )}
      </div>
    </Card>
  );
}

/** The code of the session: shown once when it is drawn, to scan in the room or to send along. */
function CodePart({
  session,
  found,
  onDrawn,
}: {
  readonly session: ListedSession;
  readonly found: Materials;
  readonly onDrawn: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const [code, setCode] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const draw = async (): Promise<void> => {
    const params = { gathering: session.id };
    const answer = await work.api.call(materialRoutes.drawMaterialCode, { params, input: {} });
    setRefused(answer.ok ? null : answer.refusal.type);
    setCode(answer.ok ? answer.value.code : null);
    if (answer.ok) onDrawn();
  };
  const address = `${location.origin}${attendPath}#materials=${code ?? ''}`;
  return (
    <div className={styles['stack']} role="group" aria-label={t('learning.materials.code')}>
      <p>{t('learning.materials.codeLead')}</p>
      {found.codeOn !== null && code === null && (
        <p className={styles['small']}>{t('learning.invite.since', { day: formatDay(found.codeOn) })}</p>
      )}
      {code !== null && (
        <Notice>
          <QrPicture text={address} name={t('learning.materials.picture')} width={240} />
          <p className={styles['roomCode']}>{code}</p>
          <p className={styles['link']}>{address}</p>
          <p>{t('learning.materials.once')}</p>
        </Notice>
      )}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button onClick={() => void draw()}>
          {t(found.codeOn === null ? 'learning.materials.draw' : 'learning.materials.drawAnew')}
        </Button>
      </p>
    </div>
  );
}
