import { useState } from 'react';
import type { RecordId } from '#platform/base';
import { describeDocument, type Deadline, type JourneyAnswer, type Pack, type Requirement } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  isFrozen,
  recordsOf,
  requirementsMet,
  startApplication,
  type Application,
  type ChecklistRow,
  type OpenedCase,
} from '#modules/casework/client';
import { Button, Card, Disclosure, EmptyState, Lit, Notice, ProgressBar, Rows, StateMark } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { useJourney } from '../shared/use-journey.ts';
import { BundleCard } from './bundle-card.tsx';
import { PaperForm } from './documents-part.tsx';
import { FilingCard } from './filing-card.tsx';
import { dayOfDeadline, ownDeadlines } from './next-date.tsx';
import styles from './person-part.module.css';

/** Applications: what the next one needs, what is there, the bundle, and how it was handed in. */
export function ApplicationsPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const journey = useJourney(opened);
  const applications = recordsOf(opened, 'application').toReversed();
  if (journey.at !== 'answered') {
    return (
      <Card title={t('casework.part.applications')}>
        <EmptyState>{t('casework.application.noJourney')}</EmptyState>
      </Card>
    );
  }
  const running = applications.find(({ content }) => !isFrozen(content));
  return (
    <>
      {running ? (
        <OneApplication
          key={running.id}
          opened={opened}
          id={running.id}
          application={running.content}
          answer={journey.answer}
          packs={journey.packs}
        />
      ) : (
        <StartApplication opened={opened} answer={journey.answer} packs={journey.packs} />
      )}
      {applications
        .filter(({ id }) => id !== running?.id)
        .map(({ id, content }) => (
          <FilingCard key={id} opened={opened} id={id} application={content} />
        ))}
    </>
  );
}

/** Steps that papers are listed for, each with the fact that filing makes. */
function stepsOf(answer: JourneyAnswer): readonly { readonly stage: string; readonly by: string }[] {
  const stages = [...new Set(answer.documents.map((requirement) => requirement.for))];
  return stages.flatMap((stage) => {
    const by = answer.next.find(({ to }) => to === stage)?.by;
    return by ? [{ stage, by }] : [];
  });
}

function StartApplication({
  opened,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { t } = useLanguage();
  const act = useCaseAct(opened);
  const steps = stepsOf(answer);
  const start = (by: string): void => {
    const pack = packs.find((one) => one.usesFacts.includes(by)) ?? packs[0];
    if (!pack) return;
    const deadline = deadlineFor(answer, pack, by);
    void act.run(async (session) => {
      const title = applicationTitle(packs, by);
      const started = await startApplication(session, opened, {
        pack: pack.id,
        packVersion: pack.version,
        step: by,
        title,
        deadline: deadline?.id ?? null,
      });
      return started.ok ? { ok: true, value: started.value.opened } : started;
    });
  };
  return (
    <Lit title={t('casework.application.startTitle')}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {steps.length === 0 && <p>{t('casework.application.noStep')}</p>}
      <Rows>
        {steps.map(({ stage, by }) => (
          <li key={stage}>
            <p>
              <strong>{applicationTitle(packs, by)}</strong>
            </p>
            <Button kind="main" busy={act.busy && t('casework.saving')} onClick={() => start(by)}>
              {t('casework.application.start')}
            </Button>
          </li>
        ))}
      </Rows>
    </Lit>
  );
}

/** What is applied for, in the language of the page when the pack has it. */
function applicationTitle(packs: readonly Pack[], fact: string): string {
  const language = document.documentElement.lang;
  for (const pack of packs) {
    const words = pack.texts[language] ?? pack.texts['en'];
    const text = words?.[`application.${fact}`] ?? words?.[`fact.${fact}`];
    if (text) return text;
  }
  return fact;
}

/** The date that filing this step meets: the earliest of ours that names the fact among what meets it. */
function deadlineFor(answer: JourneyAnswer, pack: Pack, by: string): Deadline | null {
  const refs = new Set(pack.deadlines.filter(({ met }) => met.some(({ name }) => name === by)).map(({ ref }) => ref));
  return ownDeadlines(answer).find(({ ref, state }) => refs.has(ref) && state === 'running') ?? null;
}

function OneApplication({
  opened,
  id,
  application,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly id: RecordId;
  readonly application: Application;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { t, formatDay } = useLanguage();
  const { today } = useOpenWork();
  const stage = answer.next.find(({ by }) => by === application.step)?.to ?? answer.documents[0]?.for;
  const requirements = answer.documents.filter(
    (requirement) => requirement.for === stage && (requirement.route === undefined || requirement.route === ''),
  );
  const papers = recordsOf(opened, 'paper').map((record) => ({ id: record.id, paper: record.content }));
  const rows = requirementsMet(requirements, papers, today);
  const ready = rows.filter(({ state }) => state === 'met').length;
  const needed = rows.filter(({ state }) => state !== 'not-needed').length;
  const deadline = answer.deadlines.find((one) => one.id === application.deadline);
  return (
    <>
      <Lit
        title={applicationTitle(packs, application.step)}
        beside={deadline && <DueMark date={dayOfDeadline(deadline)} today={today} />}
      >
        <p>{t('casework.application.ready', { ready, needed })}</p>
        <ProgressBar done={ready} of={needed} label={t('casework.application.ready', { ready, needed })} />
        {deadline && <p>{t('casework.application.lastDay', { day: formatDay(dayOfDeadline(deadline)) })}</p>}
        {ready < needed && <p>{t('casework.application.without')}</p>}
      </Lit>
      <Card title={t('casework.application.needs')} beside={t('casework.application.ready', { ready, needed })}>
        <Rows>
          {rows.map((row) => {
            const requirement = requirements.find((one) => one.id === row.requirement);
            return requirement ? (
              <RequirementRow key={row.requirement} opened={opened} row={row} requirement={requirement} packs={packs} />
            ) : null;
          })}
        </Rows>
      </Card>
      <BundleCard opened={opened} id={id} rows={rows} packs={packs} title={applicationTitle(packs, application.step)} />
      <FilingCard opened={opened} id={id} application={application} />
    </>
  );
}

function RequirementRow({
  opened,
  row,
  requirement,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly row: ChecklistRow;
  readonly requirement: Requirement;
  readonly packs: readonly Pack[];
}) {
  const { t, language, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const [adding, setAdding] = useState(false);
  const pack = packs.find((one) => one.documentIds.includes(requirement.id));
  const titles =
    row.state === 'met'
      ? recordsOf(opened, 'paper')
          .filter(({ id }) => row.papers.includes(id))
          .map(({ content }) => content.title)
      : [];
  return (
    <li>
      <p>
        <strong>{pack ? describeDocument(pack, requirement.id, language) : requirement.id}</strong>{' '}
        {row.state === 'met' && <StateMark kind="done">{t('casework.application.state.met')}</StateMark>}
        {row.state === 'missing' && <StateMark kind="soon">{t('casework.application.state.missing')}</StateMark>}
        {row.state === 'lapsed' && (
          <StateMark kind="late">{t('casework.paper.lapsed', { day: formatShortDay(row.on, today) })}</StateMark>
        )}
        {row.state === 'not-needed' && <StateMark kind="plain">{t('casework.application.state.not-needed')}</StateMark>}
      </p>
      {titles.map((title) => (
        <p key={title} dir="auto">
          {title}
        </p>
      ))}
      <Disclosure summary={t('casework.application.why')}>
        <p className={styles['why']}>
          {requirement.why} {requirement.sources.map(({ title, article }) => `${title}, ${article}`).join('; ')}{' '}
          {t(`casework.why.confidence.${requirement.confidence}`)}
        </p>
      </Disclosure>
      {row.state !== 'met' && row.state !== 'not-needed' && (
        <Button kind="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('casework.paper.add')}
        </Button>
      )}
      {adding && <PaperForm opened={opened} requirement={requirement.id} onDone={() => setAdding(false)} />}
    </li>
  );
}
