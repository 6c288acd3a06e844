import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Notice, Rows, Select } from '#platform/web/ui';
import { textKeys } from '../../model/open/source/text-keys.ts';
import { languageName } from './language-name.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** Languages that are offered: those spoken where people are met. Others come with a file. */
const offered = (
  'am ar bg bn cs da de el en es et fa fi fr ha he hi hr hu id it ja ka ko ku ckb lt lv mk my ne nl no pa pl ps pt ro ru si sk sl so sq ' +
  'sr sr-Latn sv sw ta th ti tl tr uk ur vi yo zh'
).split(' ');

/** The languages of the course: one that it is written in, and those it is translated into. */
export function LanguagesCard() {
  const { t, language } = useLanguage();
  const { draft, showBeside } = useSitting();
  const edit = useEdit();
  const { source, others } = draft.source.course.languages;
  const left = offered
    .filter((tag) => tag !== source && !others.includes(tag))
    .map((tag) => ({ value: tag, label: languageName(tag, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const [chosen, choose] = useState('');
  const add = (): void => {
    if (chosen !== '' && edit({ type: 'add-language', language: chosen })) showBeside(chosen);
    choose('');
  };
  return (
    <Card title={t('learning.edit.languages')} beside={others.length + 1}>
      <div className={styles['form']}>
        <p>{t('learning.edit.languagesLead', { language: languageName(source, language) })}</p>
        <Rows>
          {others.map((tag) => (
            <LanguageRow key={tag} tag={tag} />
          ))}
        </Rows>
        <Select
          label={t('learning.edit.newLanguage')}
          hint={t('learning.edit.newLanguageHint')}
          options={[{ value: '', label: t('learning.edit.none') }, ...left]}
          value={chosen}
          onChange={({ target }) => choose(target.value)}
        />
        <p>
          <Button onClick={add}>{t('learning.edit.addLanguage')}</Button>
        </p>
      </div>
    </Card>
  );
}

function LanguageRow({ tag }: { readonly tag: string }) {
  const { t, language } = useLanguage();
  const { draft, beside, showBeside } = useSitting();
  const edit = useEdit();
  const [asked, setAsked] = useState(false);
  const words = draft.source.texts.get(tag) ?? {};
  const keys = textKeys(draft.source);
  const missing = keys.filter(({ key }) => words[key] === undefined).length;
  const name = languageName(tag, language);
  const remove = (): void => {
    if (beside === tag) showBeside(null);
    edit({ type: 'drop-language', language: tag });
  };
  return (
    <li className={styles['block']}>
      <p>
        {name} <span className={styles['small']}>{t('learning.edit.missing', { missing, all: keys.length })}</span>
      </p>
      {asked ? (
        <Notice tone="late">
          <p>{t('learning.edit.removeLanguageLead', { language: name, count: keys.length - missing })}</p>
          <p className={styles['moves']}>
            <Button kind="danger" onClick={remove}>
              {t('learning.edit.removeSure')}
            </Button>
            <Button onClick={() => setAsked(false)}>{t('learning.edit.removeNot')}</Button>
          </p>
        </Notice>
      ) : (
        <p className={styles['moves']}>
          <Button kind="link" onClick={() => showBeside(tag)}>
            {t('learning.edit.writeBeside')}
            <span className="visually-hidden">: {name}</span>
          </Button>
          <Button kind="link" onClick={() => setAsked(true)}>
            {t('learning.edit.remove')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </p>
      )}
    </li>
  );
}
