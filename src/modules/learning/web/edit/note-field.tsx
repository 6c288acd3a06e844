import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, TextArea } from '#platform/web/ui';
import { isSigned } from '../../model/open/edit/is-signed.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import { useTyped } from './use-typed.ts';
import styles from './edit.module.css';

/** What was noted for whoever translates a text, at the field of the translation; nothing where nothing was. */
export function NoteShown({ textKey }: { readonly textKey: string }) {
  const { t, language } = useLanguage();
  const { draft, notes } = useSitting();
  const note = notes?.[textKey];
  if (note === undefined) return null;
  return (
    <span className={styles['note']} lang={language}>
      {t('learning.edit.note')}{' '}
      <span lang={draft.source.course.languages.source} dir="auto">
        {note}
      </span>
    </span>
  );
}

/** Where an author notes something on a text for whoever translates it. */
export function NoteField({ textKey, label }: { readonly textKey: string; readonly label: string }) {
  const { t, language } = useLanguage();
  const { draft, notes } = useSitting();
  const [open, setOpen] = useState(false);
  // A file that somebody damaged by hand is left to them.
  if (notes === null || isSigned(draft.source)) return null;
  const kept = notes[textKey] ?? '';
  return (
    <div lang={language}>
      <Button kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(kept === '' ? 'learning.edit.writeNote' : 'learning.edit.changeNote')}
        <span className="visually-hidden">: {label}</span>
      </Button>
      {open && <NoteText textKey={textKey} kept={kept} label={label} />}
    </div>
  );
}

function NoteText({
  textKey,
  kept,
  label,
}: {
  readonly textKey: string;
  readonly kept: string;
  readonly label: string;
}) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { text, type, done } = useTyped(kept, (words) => {
    const said = words.trim();
    edit({ type: 'note', key: textKey, text: said === '' ? null : said });
  });
  return (
    <TextArea
      label={t('learning.edit.noteOn', { label })}
      hint={t('learning.edit.noteHint')}
      value={text}
      rows={2}
      lang={draft.source.course.languages.source}
      onChange={(event) => type(event.target.value)}
      onBlur={done}
    />
  );
}
