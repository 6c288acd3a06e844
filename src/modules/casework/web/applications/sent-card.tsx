import type { RecordId } from '#platform/base';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordsOf, type Application, type OpenedCase } from '#modules/casework/client';
import { Card, StateMark } from '#platform/web/ui';
import { dayOfDeadline } from '../case-page/next-date.tsx';
import { OpenPaper } from '../case-page/open-paper.tsx';
import { WhyThisDate } from '../case-page/why-this-date.tsx';
import { isPresumed } from '../shared/is-presumed.ts';
import { DueMark } from '../shared/due-mark.tsx';
import { titleOfStep } from './application-view.ts';
import styles from './applications.module.css';
import { FilingForm } from './filing-form.tsx';

/** An application that was handed in: frozen, with what proves it and when the decision is due. */
export function SentCard({
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
  const { t, language, formatDay } = useLanguage();
  const { names } = useOpenWork();
  const { id, content } = application;
  const filing = recordsOf(opened, 'filing').find((one) => one.content.application === id)?.content ?? null;
  const received = filing?.received ?? null;
  const receipt = recordsOf(opened, 'paper').find((one) => one.id === filing?.proof)?.content;
  return (
    <Card
      title={titleOfStep(packs, content.step, language)}
      beside={
        <StateMark kind={received ? 'done' : 'waiting'}>
          {t(received ? 'casework.filing.received' : 'casework.filing.sent')}
        </StateMark>
      }
    >
      <div className={styles['form']}>
        <p className={styles['muted']}>{t('casework.filing.frozen')}</p>
        {filing && (
          <dl className={styles['filled']}>
            <Line term={t('casework.filing.how')}>
              {t('casework.filing.line', { way: t(`casework.filing.way.${filing.how}`), day: formatDay(filing.on) })}
            </Line>
            <Line term={t('casework.filing.by')}>
              {[...names].find(([user]) => user === filing.by)?.[1] ?? filing.by}
              {filing.authorisation === null && `, ${t('casework.filing.noAuthorisation').toLowerCase()}`}
            </Line>
            {filing.tracking && <Line term={t('casework.filing.tracking')}>{filing.tracking}</Line>}
            {received && (
              <Line term={t('casework.filing.receivedDay')}>
                {formatDay(received.on)},{' '}
                {t(received.proved ? 'casework.filing.isProved' : 'casework.filing.isPresumed')}
              </Line>
            )}
            {filing.bundle && (
              <Line term={t('casework.filing.bundle')}>
                <code className={styles['hash']}>{filing.bundle}</code>
              </Line>
            )}
          </dl>
        )}
        {receipt && (
          <div>
            <p>
              <strong>{receipt.title}</strong>
            </p>
            <OpenPaper opened={opened} paper={receipt} />
          </div>
        )}
        <DecisionTerm
          opened={opened}
          step={content.step}
          receivedOn={received?.on ?? null}
          answer={answer}
          packs={packs}
        />
        {filing && !received?.proved && <FilingForm opened={opened} application={application} filing={filing} />}
      </div>
    </Card>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** The term of the authority that began on the day of receipt. */
function DecisionTerm({
  opened,
  step,
  receivedOn,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly step: string;
  readonly receivedOn: string | null;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { t, formatDay } = useLanguage();
  const { today } = useOpenWork();
  const term = answer.deadlines.find(
    ({ addressee, trigger, state }) =>
      addressee === 'authority' &&
      trigger.fact === step &&
      trigger.on === receivedOn &&
      (state === 'running' || state === 'missed'),
  );
  const pack = packs.find(({ id }) => id === term?.pack);
  if (!term || !pack) return null;
  return (
    <div>
      <p>
        {t('casework.filing.decisionBy', { day: formatDay(dayOfDeadline(term)) })}{' '}
        <DueMark date={dayOfDeadline(term)} today={today} whose="authority" />
      </p>
      <WhyThisDate deadline={term} pack={pack} presumed={isPresumed(opened, term)} />
    </div>
  );
}
