import { useCallback, useState } from 'react';
import { attendPath } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Notice, Select } from '#platform/web/ui';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import type { LedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** A link with which people without an account sign up, of one organisation or of any; shown once when it is drawn. */
export function InviteCard({ found, onChanged }: { readonly found: LedSession; readonly onChanged: () => void }) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const listed = useLoaded(useCallback(() => work.api.call(learningRoutes.listOrganisations, {}), [work]));
  const [chosen, setChosen] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const organisations = listed.found?.organisations ?? [];
  const organisation = organisations.find(({ id }) => id === chosen)?.id ?? null;
  const drawn = found.codes.find((one) => one.organisation === organisation);
  const draw = async (): Promise<void> => {
    const params = { gathering: found.session.id };
    const answer = await work.api.call(workshopRoutes.drawSessionCode, { params, input: { organisation } });
    setRefused(answer.ok ? null : answer.refusal.type);
    setCode(answer.ok ? answer.value.code : null);
    if (answer.ok) onChanged();
  };
  return (
    <Card title={t('learning.invite.title')}>
      <div className={styles['stack']}>
        <p className={styles['small']}>{t('learning.invite.lead')}</p>
        <Select
          label={t('learning.invite.forWhom')}
          value={chosen}
          onChange={(event) => {
            setCode(null);
            setChosen(event.target.value);
          }}
          options={[
            { value: '', label: t('learning.invite.anybody') },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {drawn && <p className={styles['small']}>{t('learning.invite.since', { day: formatDay(drawn.drawnOn) })}</p>}
        {code !== null && (
          <Notice>
            <p className={styles['link']}>{`${location.origin}${attendPath}#code=${code}`}</p>
            <p>{t('learning.invite.once')}</p>
          </Notice>
        )}
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button onClick={() => void draw()}>{t(drawn ? 'learning.invite.drawAnew' : 'learning.invite.draw')}</Button>
        </p>
      </div>
    </Card>
  );
}
