import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Card, Disclosure, Notice, StateMark } from '#platform/web/ui';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { CourseByLanguage, ListedOrganisation } from './listed-organisation.ts';
import styles from './organise.module.css';
import { PackageForm } from './package-form.tsx';
import { PartnerCoordinators } from './partner-coordinators.tsx';
import { SlotsForm } from './slots-form.tsx';
import { SourcesForm } from './sources-form.tsx';

/** One organisation: its code, shown once when it is drawn, and what it fills in. */
export function OrganisationCard({
  organisation,
  course,
  onChanged,
}: {
  readonly organisation: ListedOrganisation;
  readonly course: CourseByLanguage;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const mayConnect = roles.some((role) => role === 'administrator' || role === 'coordinator');
  const slots = Object.keys(course[0]?.slots ?? {});
  const filled = slots.filter((slot) => organisation.slots.some((value) => value.slot === slot)).length;
  return (
    <Card
      title={<bdi>{organisation.name}</bdi>}
      beside={
        organisation.own && (
          <StateMark kind="plain" icon={false}>
            {t('learning.organise.ours')}
          </StateMark>
        )
      }
    >
      <div className={styles['stack']}>
        <JoinCode organisation={organisation} address={course[0]?.id ?? ''} onChanged={onChanged} />
        <Disclosure summary={t('learning.organise.slots', { filled, of: slots.length })}>
          <SlotsForm organisation={organisation} course={course} onSaved={onChanged} />
        </Disclosure>
        <Disclosure summary={t('learning.package.title')}>
          <PackageForm organisation={organisation} course={course} />
        </Disclosure>
        {mayConnect && !organisation.own && (
          <Disclosure summary={t('learning.coordinators.title')}>
            <PartnerCoordinators organisation={organisation} />
          </Disclosure>
        )}
        {mayConnect && (
          <Disclosure summary={t('learning.system.title')}>
            <SourcesForm organisation={organisation} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function JoinCode({
  organisation,
  address,
  onChanged,
}: {
  readonly organisation: ListedOrganisation;
  readonly address: string;
  readonly onChanged: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const [code, setCode] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, codeDrawnOn } = organisation;
  const draw = async (): Promise<void> => {
    setBusy(true);
    const answer = await work.api.call(learningRoutes.drawCode, { params: { organisation: id } });
    setBusy(false);
    if (!answer.ok) return setRefused(answer.refusal.type);
    setRefused(null);
    setCode(answer.value.code);
    onChanged();
  };
  return (
    <>
      <p className={styles['small']}>
        {codeDrawnOn === null
          ? t('learning.organise.noCode')
          : t('learning.organise.codeSince', { day: formatDay(codeDrawnOn) })}
      </p>
      {code && (
        <Notice>
          <p>
            {t('learning.organise.code')} <strong className={styles['code']}>{code}</strong>
          </p>
          <p className={styles['link']}>{`${location.origin}/learn/${address}#code=${code}`}</p>
          <p>{t('learning.organise.codeOnce')}</p>
        </Notice>
      )}
      {refused && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button busy={busy && t('learning.organise.saving')} onClick={() => void draw()}>
          {t(codeDrawnOn === null ? 'learning.organise.draw' : 'learning.organise.drawAnew')}
        </Button>
      </p>
    </>
  );
}
