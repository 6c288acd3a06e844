import { useState } from 'react';
import { factFormOf, type JourneyAnswer, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  correctFact,
  createProcedures,
  draftOf,
  recordOf,
  type OpenedCase,
  type RecordedFact,
} from '#modules/casework/client';
import { Button, Card, Notice, Rows, StateMark } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { FactForm, factFormKey } from './fact-form.tsx';
import { factStanding } from './fact-standing.ts';
import styles from './next-date.module.css';

/** Everything that was recorded, newest first: what counts, what was corrected, what contradicts, what lies ahead. */
export function FactList({
  opened,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { t, language, formatShortDay } = useLanguage();
  const { session, today } = useOpenWork();
  const act = useCaseAct(opened);
  const facts = [...(recordOf(opened, 'journey')?.content.facts ?? [])].filter((fact) => fact.void !== true);
  const [correcting, setCorrecting] = useState<string | null>(
    () => facts.find((fact) => draftOf(opened, session, factFormKey(fact)))?.id ?? null,
  );
  const titleOf = (fact: RecordedFact): string => {
    const pack = packs.find((one) => one.usesFacts.includes(fact.fact));
    return (pack && factFormOf(pack, fact.fact, language)?.title) ?? fact.fact;
  };
  return (
    <Card id="facts" title={t('casework.facts.title')} beside={t('casework.facts.count', { count: facts.length })}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {facts.length === 0 && <p>{t('casework.facts.none')}</p>}
      <Rows>
        {facts
          .toSorted((left, right) => (left.on < right.on ? 1 : -1))
          .map((fact) => {
            const standing = factStanding(fact, answer);
            return (
              <li key={fact.id}>
                <div className={styles['head']}>
                  <span className={styles['fact']}>
                    <span className={styles['muted']}>{formatShortDay(fact.on, today)}</span> {titleOf(fact)}
                  </span>
                  {standing !== 'counts' && (
                    <StateMark kind={standing === 'pending' ? 'later' : standing === 'corrected' ? 'plain' : 'soon'}>
                      {t(`casework.facts.${standing}`)}
                    </StateMark>
                  )}
                  {standing !== 'corrected' && (
                    <div className={styles['small']}>
                      <Button kind="link" onClick={() => setCorrecting(correcting === fact.id ? null : fact.id)}>
                        {t('casework.fact.correct')}
                      </Button>
                      <Button
                        kind="link"
                        busy={act.busy && t('casework.saving')}
                        onClick={() =>
                          void act.run((session) =>
                            correctFact(session, createProcedures(language), opened, fact.id, null),
                          )
                        }
                      >
                        {t('casework.fact.takeOut')}
                      </Button>
                    </div>
                  )}
                </div>
                {correcting === fact.id && (
                  <FactForm opened={opened} packs={packs} corrects={fact} onDone={() => setCorrecting(null)} />
                )}
              </li>
            );
          })}
      </Rows>
    </Card>
  );
}
