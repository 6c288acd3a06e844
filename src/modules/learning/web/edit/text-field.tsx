import { useEffect, useRef, useState } from 'react';
import { parseRichText } from '#kernel/content';
import { RichTextView } from '#kernel/content/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, TextArea } from '#platform/web/ui';
import { isSigned } from '../../model/open/edit/is-signed.ts';
import { readStates } from '../../model/open/edit/read-states.ts';
import type { TextKey } from '../../model/open/source/text-keys.ts';
import { FindingList } from './finding-list.tsx';
import { languageName } from './language-name.ts';
import { ReasonField } from './reason-field.tsx';
import { textElement } from './place-of-finding.ts';
import { useSitting } from './sitting.ts';
import styles from './edit.module.css';

/** Somebody who stops typing for so long has said something, in milliseconds. */
const pause = 1_500;

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
  const { draft, findings, beside } = useSitting();
  const isFixed = isSigned(draft.source);
  const kept = draft.source.texts.get(language)?.[key] ?? '';
  const { text, type, done } = useTyped(language, key, kept);
  const found = findings.filter(({ file, path }) => file === `text/${language}.yaml` && path[0] === key);
  const named =
    beside === null ? label : t('learning.edit.inLanguage', { label, language: languageName(language, shownIn) });
  const words = {
    label: named,
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
      {language !== draft.source.course.languages.source && <Drift language={language} textKey={key} />}
    </div>
  );
}

/** What is being typed; it becomes a step when somebody pauses, or goes elsewhere. */
function useTyped(language: string, key: string, kept: string) {
  const { say } = useSitting();
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, kept, say });
  useEffect(() => {
    latest.current = { typed, kept, say };
  });
  const commit = async (): Promise<void> => {
    const { typed: now, kept: before, say: tell } = latest.current;
    if (now !== null && now.trimEnd() !== before.trimEnd()) await tell(language, key, now);
  };
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => void commit(), pause);
    return () => clearTimeout(timer);
    // Counts from the last letter alone; `commit` reads what is latest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  // Also whoever goes to another page has said it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => () => void commit(), []);
  const done = async (): Promise<void> => {
    await commit();
    // What was typed meanwhile is not said yet.
    setTyped((now) => (now === typed ? null : now));
  };
  return { text: typed ?? kept, type: setTyped, done: () => void done() };
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
