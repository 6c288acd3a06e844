import { useMemo } from 'react';
import type { RecordId } from '#platform/base';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { Application, OpenedCase } from '#modules/casework/client';
import { Columns, Lit, ProgressBar } from '#platform/web/ui';
import { dayOfDeadline } from '../case-page/next-date.tsx';
import { DueMark } from '../shared/due-mark.tsx';
import { useStationery } from '../stationery/stationery-store.ts';
import styles from './applications.module.css';
import { missingOf, titleOfStep, viewApplication, type ApplicationView } from './application-view.ts';
import { BundleCard } from './bundle-card.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { FilingCard } from './filing-card.tsx';
import { LetterCard } from './letter-card.tsx';
import { OfficialFormCard } from './official-form-card.tsx';
import { StrongerCard } from './stronger-card.tsx';

/** One application while it is being made: what it needs, the letter, the form, the bundle, handing it in. */
export function ApplicationPage({
  opened,
  application,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly application: { readonly id: RecordId; readonly content: Application };
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { language } = useLanguage();
  const { today } = useOpenWork();
  const { stationery } = useStationery();
  const view = useMemo(
    () => viewApplication({ opened, application, answer, packs, stationery, language, today }),
    [opened, application, answer, packs, stationery, language, today],
  );
  return (
    <>
      <ReadyBlock view={view} />
      <Columns
        main={
          <>
            <ChecklistCard opened={opened} view={view} />
            <StrongerCard opened={opened} view={view} />
            <LetterCard opened={opened} view={view} />
            <OfficialFormCard opened={opened} view={view} />
          </>
        }
        aside={
          <>
            <BundleCard opened={opened} view={view} />
            <FilingCard opened={opened} view={view} />
          </>
        }
      />
    </>
  );
}

/** How far it is, what comes next, and whether it may go without the rest. */
function ReadyBlock({ view }: { readonly view: ApplicationView }) {
  const { t, language, formatDay } = useLanguage();
  const { today } = useOpenWork();
  const { ready, needed, deadline, packs, content } = view;
  const [next] = missingOf(view).filter(({ without }) => without === null);
  return (
    <Lit
      title={titleOfStep(packs, content.step, language)}
      beside={deadline && <DueMark date={dayOfDeadline(deadline)} today={today} />}
    >
      <div className={styles['ready']}>
        <p>
          <strong>{t('casework.application.ready', { ready, needed })}</strong>{' '}
          {next && <span className={styles['muted']}>{t('casework.application.next', { title: next.title })}</span>}
        </p>
        <ProgressBar done={ready} of={needed} label={t('casework.application.ready', { ready, needed })} />
        {deadline && (
          <p>
            {t(deadline.state === 'missed' ? 'casework.application.lastDayPassed' : 'casework.application.lastDay', {
              day: formatDay(dayOfDeadline(deadline)),
            })}
          </p>
        )}
        <p>{t(ready < needed ? 'casework.application.without' : 'casework.application.complete')}</p>
      </div>
    </Lit>
  );
}
