import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Rows } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { LicenceSwitch } from './licence-switch.tsx';
import { SessionForm } from './session-form.tsx';
import { SessionLine } from './session-line.tsx';
import type { ListedSession, ListedWorkshop } from './use-workshops.ts';
import styles from './workshops.module.css';

/** A workshop with what is to come of it. */
export function WorkshopCard({
  workshop,
  sessions,
  plans,
  onChanged,
}: {
  readonly workshop: ListedWorkshop;
  readonly sessions: readonly ListedSession[];
  readonly plans: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [planning, setPlanning] = useState(false);
  return (
    <Card title={<bdi>{workshop.title}</bdi>}>
      <div className={styles['stack']}>
        {workshop.part !== null && <p className={styles['small']}>{t('learning.workshop.counts')}</p>}
        {sessions.length === 0 && <p className={styles['small']}>{t('learning.workshop.noSession')}</p>}
        {sessions.length > 0 && (
          <Rows>
            {sessions.map((session) => (
              <SessionLine key={session.id} session={session} onChanged={onChanged} />
            ))}
          </Rows>
        )}
        {plans && <LicenceSwitch workshop={workshop} onChanged={onChanged} />}
        {plans && !planning && (
          <p>
            <Button onClick={() => setPlanning(true)}>
              {t('learning.workshop.plan')}
              <span className="visually-hidden">: {workshop.title}</span>
            </Button>
          </p>
        )}
        {planning && (
          <SessionForm
            title={t('learning.workshop.plan')}
            lead={t('learning.workshop.planLead')}
            withPlaces
            send={({ when, limits, trainers }) =>
              work.api.call(workshopRoutes.planSession, {
                params: { workshop: workshop.id },
                // Drawn right here; the row gives it its brand.
                input: { ...when, ...limits, trainers, id: createId(work.parts.randomBytes) as never },
              })
            }
            onDone={() => {
              setPlanning(false);
              onChanged();
            }}
            onLeave={() => setPlanning(false)}
          />
        )}
      </div>
    </Card>
  );
}
