import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Field, Notice } from '#platform/web/ui';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { CourseByLanguage, ListedOrganisation } from './listed-organisation.ts';
import styles from './organise.module.css';

const languageNames: Readonly<Record<string, string>> = { en: 'English', nl: 'Nederlands' };

/** What an organisation says for itself in a course, in each language. Saving says that somebody looked today. */
export function SlotsForm({
  organisation,
  course,
  onSaved,
}: {
  readonly organisation: ListedOrganisation;
  readonly course: CourseByLanguage;
  readonly onSaved: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { save, said, busy, words, setWords } = useSlots(organisation, course, onSaved);
  const [first] = course;
  const checked = organisation.slots.map(({ checkedOn }) => checkedOn).toSorted()[0];
  if (first === undefined) return null;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{t('learning.organise.slotsLead')}</p>
      {checked && <p className={styles['small']}>{t('learning.organise.slotsChecked', { day: formatDay(checked) })}</p>}
      {Object.entries(first.slots).map(([slot, { kind, name }]) => (
        <fieldset key={slot} className={styles['slot']}>
          <legend>{t(`learning.slot.${kind}`)}</legend>
          {course.map(({ language, slots }) => (
            <Field
              key={language}
              lang={language}
              dir="auto"
              label={languageNames[language] ?? language}
              hint={slots[slot]?.name ?? name}
              maxLength={300}
              value={words.get(`${slot}/${language}`) ?? ''}
              onChange={(event) => setWords(new Map([...words, [`${slot}/${language}`, event.target.value]]))}
            />
          ))}
        </fieldset>
      ))}
      {said && (
        <Notice tone={said === 'saved' ? 'plain' : 'late'}>
          {said === 'saved' ? t('learning.organise.saved') : refusalMessage(t, said)}
        </Notice>
      )}
      <p>
        <Button type="submit" busy={busy && t('learning.organise.saving')}>
          {t('learning.organise.saveSlots')}
        </Button>
      </p>
    </form>
  );
}

function useSlots(organisation: ListedOrganisation, course: CourseByLanguage, onSaved: () => void) {
  const { work } = useWork();
  const { today } = useOpenWork();
  const [words, setWords] = useState<ReadonlyMap<string, string>>(
    () => new Map(organisation.slots.map(({ slot, language, words: filled }) => [`${slot}/${language}`, filled])),
  );
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const { id } = course[0] ?? {};
    // One after the other: should one be refused, what was typed stays, and saving again does the rest.
    for (const [key, text] of words) {
      const [slot = '', language = ''] = key.split('/');
      // What the module does not ask for any more is not shown, and stays as it is.
      if (!course.some((one) => one.language === language && Object.hasOwn(one.slots, slot))) continue;
      const answer = await work.api.call(learningRoutes.fillSlot, {
        params: { organisation: organisation.id },
        input: { course: id ?? '', slot, language, words: text, checkedOn: today },
      });
      if (!answer.ok) {
        setBusy(false);
        return setSaid(answer.refusal.type);
      }
    }
    setBusy(false);
    setSaid('saved');
    onSaved();
  };
  return { save, said, busy, words, setWords };
}
