import { useState } from 'react';
import type { Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, type FactWriting, type OpenedCase, type RecordedFact } from '#modules/casework/client';
import { Button, StateMark, type StateKind } from '#platform/web/ui';
import { FactChanges } from './fact-changes.tsx';
import { factFormKey } from './fact-form-key.ts';
import { FactForm } from './fact-form.tsx';
import type { FactLine, FactStanding } from './fact-lines.ts';
import styles from './fact-row.module.css';
import { detailsOfFact, titleOfFact } from './fact-words.ts';
import { ProofOfFact } from './proof-of-fact.tsx';
import { StandingWords } from './standing-words.tsx';
import { TakeOutForm, takeOutKey } from './take-out-form.tsx';
import { useFactSpeech } from './use-fact-speech.ts';

const lookOfStanding: Readonly<Record<Exclude<FactStanding, 'counts'>, StateKind>> = {
  'taken-out': 'plain',
  pending: 'later',
  'not-permitted': 'soon',
  duplicate: 'soon',
  contradiction: 'soon',
};

/** One thing that happened: what it says, who wrote it, what shows it, how it stands, and what it said before. */
export function FactRow({
  opened,
  line,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly line: FactLine;
  readonly packs: readonly Pack[];
}) {
  const { t, language, formatShortDay } = useLanguage();
  const { session, today } = useOpenWork();
  const speech = useFactSpeech();
  const { fact, standing, writing } = line;
  const [open, setOpen] = useState<'correct' | 'take-out' | null>(() => {
    if (draftOf(opened, session, factFormKey(fact))) return 'correct';
    return draftOf(opened, session, takeOutKey(fact)) ? 'take-out' : null;
  });
  const title = titleOfFact(packs, fact.fact, language);
  const isOut = standing === 'taken-out';
  const rests = opened.open.state.name === 'closed' || opened.open.state.name === 'aftercare';
  const close = (): void => setOpen(null);
  const acts =
    !rests &&
    (['correct', 'take-out'] as const).map((act) => (
      <Button key={act} kind="link" aria-expanded={open === act} onClick={() => setOpen(open === act ? null : act)}>
        {t(act === 'correct' ? 'casework.fact.correct' : 'casework.fact.takeOut')}
        <span className="visually-hidden">: {title}</span>
      </Button>
    ));
  return (
    <div className={styles['row']} id={`happened-${fact.id}`}>
      <span className={styles['day']}>{formatShortDay(fact.on, today)}</span>
      <div className={styles['said']}>
        <div className={styles['head']}>
          <strong>{isOut ? <s>{title}</s> : title}</strong>
          {standing !== 'counts' && (
            <StateMark kind={lookOfStanding[standing]}>{t(`casework.facts.${standing}`)}</StateMark>
          )}
        </div>
        <Details details={detailsOfFact(packs, fact, speech)} />
        {fact.note && (
          <p dir="auto" className={styles['note']}>
            {fact.note}
          </p>
        )}
        <StandingWords line={line} packs={packs} />
        <WrittenBy fact={fact} writing={writing} />
        <FactChanges changes={line.changes} packs={packs} />
        {!isOut && <ProofOfFact opened={opened} fact={fact} title={title} mayAdd={!rests} acts={acts} />}
        {open === 'correct' && <FactForm opened={opened} packs={packs} corrects={fact} onDone={close} />}
        {open === 'take-out' && <TakeOutForm opened={opened} fact={fact} onDone={close} />}
      </div>
    </div>
  );
}

function Details({ details }: { readonly details: ReturnType<typeof detailsOfFact> }) {
  if (details.length === 0) return null;
  return (
    <ul className={styles['details']}>
      {details.map(({ name, label, value }) => (
        <li key={name}>
          {label}: <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Who wrote a fact down and when; for facts of before this was noted, the day it was recorded. */
function WrittenBy({ fact, writing }: { readonly fact: RecordedFact; readonly writing: FactWriting | null }) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  if (!writing) {
    return (
      <p className={styles['muted']}>
        {t('casework.facts.recordedOn', { day: formatShortDay(fact.recorded ?? fact.on, today) })}
      </p>
    );
  }
  const day = formatShortDay(writing.on, today);
  return (
    <p className={styles['muted']}>
      {t('casework.facts.writtenBy', {
        day: writing.at === null ? day : `${day}, ${writing.at}`,
        name: names.get(writing.by) ?? t('casework.noName'),
      })}
    </p>
  );
}
