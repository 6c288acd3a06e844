import { useState } from 'react';
import { isLanguage, languages, languageNames } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import type { OpenedCase } from '#modules/casework/client';
import { Button, Card, Notice, Select } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { readPrintedFonts } from '#kernel/documents/web';
import { useStationery } from '../stationery/stationery-store.ts';
import styles from './applications.module.css';
import type { ApplicationView } from './application-view.ts';
import { LetterFacts } from './letter-facts.tsx';
import { LetterFields } from './letter-fields.tsx';
import { LetterTexts } from './letter-texts.tsx';
import { MadeFile } from './made-file.tsx';
import { NeedsSeen } from './needs-seen.tsx';
import { useApplicationAct } from './use-application-act.ts';
import { useLetterGround } from './use-letter-ground.ts';
import { templateBytes, writeLetter, type WrittenLetter } from './write-letter.ts';

/** The cover letter: which template and language, the words, what will be filled, and the letter itself. */
export function LetterCard({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const stationery = useStationery();
  const ground = useLetterGround(opened, view);
  const [letter, setLetter] = useState<(WrittenLetter & { readonly pdf: Uint8Array }) | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const template = templateBytes(view.content, stationery);
  const write = async (): Promise<void> => {
    if (!template || !ground) return setWrong(t('casework.letter.noTemplate'));
    setBusy(true);
    const { makeLetterPdf } = await import('#kernel/documents/client');
    const { documentRefusalMessage } = await import('#kernel/documents/web');
    const written = await writeLetter(t, template, view.content, ground);
    const set = written.ok
      ? await makeLetterPdf({
          title: view.content.title,
          language: ground.language,
          fonts: await readPrintedFonts(),
          blocks: written.value.blocks,
        })
      : null;
    setBusy(false);
    setLetter(written.ok && set?.ok ? { ...written.value, pdf: set.value } : null);
    setWrong(written.ok ? (set?.ok === false ? documentRefusalMessage(t, set.refusal) : null) : written.message);
  };
  return (
    <Card title={t('casework.letter.title')}>
      <div className={styles['form']}>
        <TemplateChoice opened={opened} view={view} />
        <NeedsSeen opened={opened} view={view} />
        <LetterTexts opened={opened} view={view} />
        <LetterFacts opened={opened} view={view} />
        {ground && template && <LetterFields template={template} ground={ground} />}
        {wrong && <Notice tone="late">{wrong}</Notice>}
        <div className={styles['actions']}>
          <Button busy={busy && t('casework.letter.writing')} onClick={() => void write()}>
            {t('casework.letter.write')}
          </Button>
        </div>
        {letter && letter.emptyFields.length > 0 && (
          <Notice tone="soon">
            {t('casework.letter.dots', { count: letter.emptyFields.length, list: letter.emptyFields.join(', ') })}
          </Notice>
        )}
        {letter && (
          <MadeFile
            title={t('casework.letter.title')}
            shown={{ bytes: letter.pdf, kind: 'pdf' }}
            saved={[{ bytes: letter.docx, kind: 'docx', label: t('casework.letter.saveWord') }]}
            name={t('casework.letter.fileName')}
          />
        )}
      </div>
    </Card>
  );
}

function TemplateChoice({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const { stationery } = useStationery();
  const act = useApplicationAct(opened, view);
  const { letter } = view.content;
  const own = (stationery?.templates ?? []).filter(({ id, content }) => !content.retired || id === letter.template);
  const choose = (value: string): void => {
    const template = own.find(({ id }) => id === value);
    const language = template?.content.language ?? letter.language;
    void act.save({ letter: { ...letter, template: template?.id ?? null, language } });
  };
  return (
    <>
      <div className={styles['pair']}>
        <Select
          label={t('casework.letter.template')}
          value={letter.template ?? ''}
          onChange={(event) => choose(event.target.value)}
          options={[
            { value: '', label: t('casework.letter.shipped') },
            ...own.map(({ id, content }) => ({
              value: id,
              label: `${content.title}, ${isLanguage(content.language) ? languageNames[content.language] : content.language}`,
            })),
          ]}
        />
        <Select
          label={t('casework.letter.language')}
          value={letter.language}
          onChange={(event) => void act.save({ letter: { ...letter, language: event.target.value } })}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
    </>
  );
}
