import { useState, type FormEvent } from 'react';
import { parseCivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import type { OpenedCase } from '#modules/casework/client';
import { Button, DateField, Field, fromTypedDate, noDate, Notice, toTypedDate, type TypedDate } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import styles from './applications.module.css';
import type { ApplicationView, RequirementView } from './application-view.ts';
import { useApplicationAct } from './use-application-act.ts';

/** Sending without a part: what follows and when. The letter and the contents say the same. */
export function WithoutForm({
  opened,
  view,
  one,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly view: ApplicationView;
  readonly one: RequirementView;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const act = useApplicationAct(opened, view);
  const [what, setWhat] = useState(one.without?.what ?? '');
  const [by, setBy] = useState<TypedDate>(one.without ? toTypedDate(one.without.by) : noDate);
  const [wrong, setWrong] = useState<string | null>(null);
  const others = view.content.without.filter(({ requirement }) => requirement !== one.requirement.id);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = parseCivilDate(fromTypedDate(by));
    const words = what.normalize('NFC').trim();
    setWrong(
      day === null ? t('casework.application.withoutDay') : words === '' ? t('casework.application.withoutWhat') : null,
    );
    if (day === null || words === '') return;
    const without = [...others, { requirement: one.requirement.id, what: words, by: day }];
    if (await act.save({ without })) onDone();
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)}>
      <Field
        label={t('casework.application.withoutLabel')}
        hint={t('casework.application.withoutHint')}
        dir="auto"
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <DateField
        legend={t('casework.application.withoutBy')}
        words={{ day: t('casework.day'), month: t('casework.month'), year: t('casework.year') }}
        value={by}
        onChange={setBy}
      />
      {wrong && <Notice tone="late">{wrong}</Notice>}
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        {one.without && (
          <Button onClick={() => void act.save({ without: others }).then((done) => done && onDone())}>
            {t('casework.application.withoutDrop')}
          </Button>
        )}
        <Button onClick={onDone}>{t('casework.cancel')}</Button>
      </div>
    </form>
  );
}
