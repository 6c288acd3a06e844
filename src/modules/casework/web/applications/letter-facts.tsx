import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { currentFacts, factsOf, type OpenedCase } from '#modules/casework/client';
import { Checks, Disclosure, Notice } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { titleOfStep, type ApplicationView } from './application-view.ts';
import styles from './applications.module.css';
import { factsToTell } from './letter-sources.ts';
import { useApplicationAct } from './use-application-act.ts';

/** Which facts of the journey the letter tells. */
export function LetterFacts({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t, language, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const act = useApplicationAct(opened, view);
  const facts = currentFacts(factsOf(opened)).filter(({ id }) => id !== undefined);
  const told = factsToTell(opened, view).flatMap(({ id }) => id ?? []);
  return (
    <Disclosure summary={t('casework.letter.factsCount', { count: told.length })}>
      <div className={`${styles['form']} ${styles['inset']}`}>
        <Checks
          legend={t('casework.letter.facts')}
          hint={t('casework.letter.factsHint')}
          options={facts.map(({ id = '', fact, on }) => ({
            value: id,
            label: `${titleOfStep(view.packs, fact, language)}, ${formatShortDay(engineDay(on), today)}`,
          }))}
          values={told}
          onChange={(chosen) => void act.save({ letter: { ...view.content.letter, facts: chosen.slice(0, 60) } })}
        />
        {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      </div>
    </Disclosure>
  );
}
