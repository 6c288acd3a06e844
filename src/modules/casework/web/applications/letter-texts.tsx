import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import {
  blocksOfText,
  recordsOf,
  saveTexts,
  textOfBlocks,
  type OpenedCase,
  type TextPurpose,
} from '#modules/casework/client';
import { Button, Disclosure, Notice, TextArea } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from './applications.module.css';
import type { ApplicationView } from './application-view.ts';

const more = ['opening', 'request', 'closing', 'statement'] as const satisfies readonly TextPurpose[];
type Texts = Readonly<Record<'reasons' | (typeof more)[number], string>>;

/** The words people write themselves: the reasons first, the rest of the letter when it is wanted. */
export function LetterTexts({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const act = useCaseAct(opened);
  const textOf = (purpose: TextPurpose): string => {
    const found = recordsOf(opened, 'text').findLast(
      ({ content }) => content.application === view.id && content.purpose === purpose,
    );
    return found ? textOfBlocks(found.content.blocks) : '';
  };
  const kept: Texts = {
    reasons: textOf('reasons'),
    opening: textOf('opening'),
    request: textOf('request'),
    closing: textOf('closing'),
    statement: textOf('statement'),
  };
  const [texts, setTexts] = useState(kept);
  const changed = [...(['reasons', ...more] as const)].filter((purpose) => texts[purpose] !== kept[purpose]);
  const save = (): void => {
    const written = changed.map((purpose) => ({
      purpose,
      title: t(`casework.letter.text.${purpose}`),
      language: view.content.letter.language,
      blocks: [...blocksOfText(texts[purpose])],
    }));
    void act.run((session) => saveTexts(session, opened, view.id, written));
  };
  const area = (purpose: keyof Texts, rows: number) => (
    <TextArea
      key={purpose}
      label={t(`casework.letter.text.${purpose}`)}
      hint={purpose === 'reasons' ? t('casework.letter.textHint') : undefined}
      rows={rows}
      maxLength={18_000}
      value={texts[purpose]}
      onChange={(event) => setTexts({ ...texts, [purpose]: event.target.value })}
    />
  );
  return (
    <>
      {area('reasons', 8)}
      <Disclosure summary={t('casework.letter.moreTexts')} open={more.some((purpose) => kept[purpose] !== '')}>
        <div className={`${styles['form']} ${styles['inset']}`}>{more.map((purpose) => area(purpose, 4))}</div>
      </Disclosure>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        <Button busy={act.busy && t('casework.saving')} onClick={save}>
          {t('casework.letter.saveTexts')}
        </Button>
        <span role="status" className={styles['muted']}>
          {changed.length > 0 ? t('casework.letter.unsaved') : ''}
        </span>
      </div>
    </>
  );
}
