import { useState } from 'react';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, type OpenedCase, type RecordedFact } from '#modules/casework/client';
import { useNarrow } from '#platform/web/state';
import { Button, Card, Columns, Lit, Notice, Rows, TakesFocus } from '#platform/web/ui';
import { NextAppointment } from '../appointments/next-appointment.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useJourney, type JourneyView } from '../shared/use-journey.ts';
import { FactForm } from '../journey/fact-form.tsx';
import { FactList } from '../journey/fact-list.tsx';
import { JourneyCard, OtherTracks } from '../journey/journey-card.tsx';
import { OtherDates } from '../journey/other-dates.tsx';
import { unfinishedFact } from '../journey/unfinished-fact.ts';
import { WhatIf } from '../journey/what-if.tsx';
import { useRails } from '../journey/use-rails.ts';
import { useDateHistory } from '../journey/use-date-history.ts';
import { ReachCard } from '../reaching/reach-card.tsx';
import { NewerRules } from '../rules/newer-rules.tsx';
import { SheetCard } from '../sheet/sheet-card.tsx';
import { ConsentCard } from './consent-card.tsx';
import { RecentContact } from './recent-contact.tsx';
import { TeamCard } from './team-card.tsx';
import { IntakePanel } from './intake-panel.tsx';
import { litDate, NextDate } from './next-date.tsx';
import { StartJourney } from './start-journey.tsx';
import styles from './next-date.module.css';
import { TasksCard } from './tasks-card.tsx';

/** Where the person stands, what is due and why, what to do, and who helps. In one column the next date comes first. */
export function JourneyPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const view = useJourney(opened);
  const { session, today } = useOpenWork();
  const history = useDateHistory(opened, view.at === 'answered' ? view.answer : null, packsOfView(view));
  // An unfinished fact is shown again by itself.
  const [unfinished, setUnfinished] = useState(() => unfinishedFact(opened, session));
  const [recording, setRecording] = useState(unfinished !== undefined);
  const narrow = useNarrow();
  const early =
    opened.open.state.name !== 'active' && opened.open.state.name !== 'paused' && opened.open.state.name !== 'closing';
  const [whatIf, setWhatIf] = useState(false);
  const [happened, setHappened] = useState<RecordedFact>();
  const record = (fact?: RecordedFact): void => {
    setUnfinished(undefined);
    setHappened(fact);
    setRecording(true);
  };
  const journey = recordOf(opened, 'journey')?.content;
  const rails = useRails(view.at === 'answered' ? view.answer : null, packsOfView(view), history.lines);
  const rail = rails && (
    <JourneyCard
      rails={rails}
      beside={
        <div className={styles['small']}>
          <Button kind="link" onClick={() => setWhatIf(!whatIf)} aria-expanded={whatIf}>
            {t('casework.whatIf.open')}
          </Button>
          <Button kind="link" onClick={() => record()} aria-expanded={recording}>
            {t('casework.fact.record')}
          </Button>
        </div>
      }
    />
  );
  return (
    <>
      {!narrow && rail}
      {recording && view.at === 'answered' && (
        <TakesFocus key={unfinished ?? happened?.id ?? ''}>
          <FactForm
            opened={opened}
            packs={view.packs}
            begin={happened}
            unfinished={unfinished}
            onDone={() => setRecording(false)}
          />
        </TakesFocus>
      )}
      {whatIf && view.at === 'answered' && journey && (
        <TakesFocus>
          <WhatIf journey={journey} packs={view.packs} onHappened={record} onClose={() => setWhatIf(false)} />
        </TakesFocus>
      )}
      <Columns
        main={
          <>
            {early && <IntakePanel opened={opened} />}
            {view.at === 'none' && !early && (
              <Lit title={t('casework.journey.startTitle')}>
                <StartJourney opened={opened} />
              </Lit>
            )}
            {view.at === 'refused' && <Notice tone="late">{caseRefusalMessage(t, view.refusal)}</Notice>}
            {view.at === 'answered' && !early && (
              <NextDate
                opened={opened}
                answer={view.answer}
                packs={view.packs}
                history={history}
                onRecord={() => record()}
              />
            )}
            {narrow && <ReachCard opened={opened} />}
            {narrow && rail}
            <NewerRules opened={opened} />
            {view.at === 'answered' && (
              <>
                {view.answer.warnings.length > 0 && (
                  <Card title={t('casework.journey.warnings')} beside={view.answer.warnings.length}>
                    <Rows>
                      {view.answer.warnings.map((warning, at) => (
                        <li key={`${warning.code}:${at}`}>{warning.text}</li>
                      ))}
                    </Rows>
                  </Card>
                )}
                {rails && <OtherTracks rails={rails} />}
                <OtherDates
                  opened={opened}
                  deadlines={view.answer.deadlines}
                  next={litDate(view.answer, today)}
                  history={history}
                />
              </>
            )}
            <NextAppointment opened={opened} />
            <TasksCard opened={opened} />
            {view.at === 'answered' && <FactList opened={opened} answer={view.answer} packs={view.packs} />}
          </>
        }
        aside={
          <>
            {!narrow && <ReachCard opened={opened} />}
            <RecentContact opened={opened} />
            <TeamCard opened={opened} />
            <ConsentCard opened={opened} />
            <SheetCard opened={opened} />
          </>
        }
      />
    </>
  );
}

const noPacks: readonly Pack[] = [];

function packsOfView(view: JourneyView): readonly Pack[] {
  return view.at === 'answered' ? view.packs : noPacks;
}
