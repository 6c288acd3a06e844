import { parseRichText } from '#kernel/content';
import { RichTextView } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, TextArea } from '#platform/web/ui';
import { isSigned } from '../../model/open/edit/is-signed.ts';
import { readStates } from '../../model/open/edit/read-states.ts';
import type { TextKey } from '../../model/open/source/text-keys.ts';
import { FindingList } from './finding-list.tsx';
import { languageName } from './language-name.ts';
import { NoteField, NoteShown } from './note-field.tsx';
import { ReasonField } from './reason-field.tsx';
import { textElement } from './place-of-finding.ts';
import { useSitting } from './sitting.ts';
import { useTyped } from './use-typed.ts';
import styles from './edit.module.css';

/** One text in the language of the course and, where one is chosen, in another beside it. */
export function TextField({ asked, label }: { readonly asked: TextKey; readonly label: string }) {
  const { draft, beside } = useSitting();
  const { source } = draft.source.course.languages;
  return (
    <div className={beside === null ? undefined : styles['beside']}>
      <OneText asked={asked} label={label} language={source} />
      {beside !== null && <OneText asked={asked} label={label} language={beside} />}
    </div>
  );
}

function OneText({
  asked: { key, plain },
  label,
  language,
}: {
  readonly asked: TextKey;
  readonly label: string;
  readonly language: string;
}) {
  const { t, language: shownIn } = useLanguage();
  const { draft, findings, beside, say } = useSitting();
  const { source } = draft.source.course.languages;
  const isFixed = isSigned(draft.source);
  const kept = draft.source.texts.get(language)?.[key] ?? '';
  const { text, type, done } = useTyped(kept, (words) => say(language, key, words));
  const found = findings.filter(({ file, path }) => file === `text/${language}.yaml` && path[0] === key);
  const named =
    beside === null ? label : t('learning.edit.inLanguage', { label, language: languageName(language, shownIn) });
  const words = {
    label: named,
    hint: language !== source && <NoteShown textKey={key} />,
    error: found.length > 0 && <FindingList findings={found} />,
    id: textElement(language, key),
    readOnly: isFixed,
  };
  return (
    <div className={styles['text']} lang={language}>
      {plain ? (
        <Field {...words} value={text} onChange={(event) => type(event.target.value)} onBlur={done} dir="auto" />
      ) : (
        <TextArea
          {...words}
          value={text}
          rows={Math.min(12, Math.max(2, Math.ceil(text.length / 70) + text.split('\n').length - 1))}
          onChange={(event) => type(event.target.value)}
          onBlur={done}
        />
      )}
      {!plain && /[*[{\n]/.test(text) && <Preview text={text} />}
      <ReasonField name={`${language}/${key}`} isAsked={found.some(({ code }) => code === 'word-avoided')} />
      {language === source && beside !== null && <NoteField textKey={key} label={label} />}
      {language !== source && <Drift language={language} textKey={key} />}
    </div>
  );
}

/** The text as a learner sees it, where it can be read. */
function Preview({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const read = parseRichText(text);
  if (!read.ok) return null;
  const marks = {
    source: (id: string) => <sup>[{id}]</sup>,
    slot: (id: string) => <u>{draft.source.texts.get(draft.source.course.languages.source)?.[`slots.${id}`] ?? id}</u>,
    term: (_id: string, inside: React.ReactNode) => <u>{inside}</u>,
  };
  return (
    <div className={styles['preview']} role="group" aria-label={t('learning.edit.preview')}>
      <RichTextView text={read.value} marks={marks} />
    </div>
  );
}

/** That the words a translation was made from have changed since. */
function Drift({ language, textKey }: { readonly language: string; readonly textKey: string }) {
  const { t } = useLanguage();
  const { draft, say } = useSitting();
  const { course, texts } = draft.source;
  const states = readStates(draft.folder.files.get(`text/${language}.state.json`) ?? null);
  const known = states?.[textKey];
  const words = texts.get(language)?.[textKey];
  if (known === undefined || words === undefined || known.from === texts.get(course.languages.source)?.[textKey])
    return null;
  return (
    <div className={styles['drift']}>
      <p>{t('learning.edit.drift')}</p>
      <blockquote lang={course.languages.source}>{known.from}</blockquote>
      <p>
        <Button kind="link" onClick={() => void say(language, textKey, words)}>
          {t('learning.edit.stillRight')}
        </Button>
      </p>
    </div>
  );
}
