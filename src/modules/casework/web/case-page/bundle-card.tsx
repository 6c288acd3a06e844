import { useState } from 'react';
import type { RecordId } from '#platform/base';
import { describeDocument, type Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordsOf, saveText, type ChecklistRow, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Notice, Stack, TextArea } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { makeApplicationBundle } from './make-application-bundle.ts';
import styles from './person-part.module.css';

interface MadeBundle {
  readonly address: string;
  readonly pages: number;
}

/** The reasons in words, and one PDF of everything that is there, made on this device. */
export function BundleCard({
  opened,
  id,
  rows,
  packs,
  title,
}: {
  readonly opened: OpenedCase;
  readonly id: RecordId;
  readonly rows: readonly ChecklistRow[];
  readonly packs: readonly Pack[];
  readonly title: string;
}) {
  const { t, language, formatDay } = useLanguage();
  const { session, today } = useOpenWork();
  const act = useCaseAct(opened);
  const letter = recordsOf(opened, 'text').find(
    ({ content }) => content.application === id && content.purpose === 'cover-letter',
  );
  const [words, setWords] = useState(() => wordsOf(letter?.content.blocks ?? []));
  const [made, setMade] = useState<MadeBundle | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const papers = recordsOf(opened, 'paper').filter(({ id: paper }) =>
    rows.some((row) => row.state === 'met' && row.papers.includes(paper)),
  );
  const missing = rows.filter(({ state }) => state === 'missing' || state === 'lapsed');
  const nameOf = (requirement: string): string => {
    const pack = packs.find((one) => one.documentIds.includes(requirement));
    return pack ? describeDocument(pack, requirement, language) : requirement;
  };
  const saveLetter = (): void => {
    const blocks = words
      .normalize('NFC')
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => ({ kind: 'paragraph' as const, words: paragraph }));
    const content = {
      application: id,
      purpose: 'cover-letter' as const,
      language,
      title: t('casework.bundle.letter'),
      blocks,
    };
    void act.run((own) => saveText(own, opened, content, letter?.id));
  };
  const make = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const given = {
      title,
      letter: words,
      papers: papers.map(({ content }) => content),
      missing: missing.map(({ requirement }) => nameOf(requirement)),
    };
    const bundle = await makeApplicationBundle(session, opened, given, { t, language, writtenToday: formatDay(today) });
    setBusy(false);
    if (!bundle.ok) return setWrong(bundle.message);
    if (made) URL.revokeObjectURL(made.address);
    setMade({
      address: URL.createObjectURL(new Blob([Uint8Array.from(bundle.bytes)], { type: 'application/pdf' })),
      pages: bundle.pages,
    });
  };
  return (
    <Card title={t('casework.bundle.title')} beside={t('casework.bundle.parts', { count: papers.length + 1 })}>
      <Stack>
        {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
        <TextArea
          label={t('casework.bundle.letter')}
          hint={t('casework.bundle.letterHint')}
          rows={8}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className={styles['actions']}>
          <Button busy={act.busy && t('casework.saving')} onClick={saveLetter}>
            {t('casework.bundle.saveLetter')}
          </Button>
        </div>
        <ol className={styles['list']}>
          <li>{t('casework.bundle.letter')}</li>
          {papers.map(({ id: paper, content }) => (
            <li key={paper} dir="auto">
              {content.title} {content.file ? '' : `(${t('casework.paper.noFile')})`}
            </li>
          ))}
          {missing.map((row) => (
            <li key={row.requirement}>
              {nameOf(row.requirement)} ({t('casework.bundle.follows')})
            </li>
          ))}
        </ol>
        {wrong && <Notice tone="late">{wrong}</Notice>}
        <div className={styles['actions']}>
          <Button kind="main" busy={busy && t('casework.bundle.making')} onClick={() => void make()}>
            {t('casework.bundle.make')}
          </Button>
          {made && (
            <a href={made.address} download={`baken-${opened.open.codeName.toLowerCase().replaceAll(' ', '-')}.pdf`}>
              {t('casework.bundle.download')}
            </a>
          )}
        </div>
        {made && <Notice>{t('casework.bundle.made', { pages: made.pages })}</Notice>}
      </Stack>
    </Card>
  );
}

function wordsOf(blocks: readonly { readonly kind: string; readonly words?: unknown }[]): string {
  return blocks.map(({ words }) => (typeof words === 'string' ? words : '')).join('\n\n');
}
