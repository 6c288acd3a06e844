import { useRef, useState, type FormEvent } from 'react';
import { parseCivilDate, type RecordId, type Result } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { describeDocument } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  attachPaper,
  draftOf,
  recordsOf,
  type CaseRefusal,
  type OpenedCase,
  type Paper,
} from '#modules/casework/client';
import {
  Button,
  Card,
  Choice,
  DateField,
  EmptyState,
  Field,
  fromTypedDate,
  Notice,
  Rows,
  Select,
  StateMark,
} from '#platform/web/ui';
import { OpenPaper } from './open-paper.tsx';
import { PaperFileField, type FileBeingRead } from './paper-file-field.tsx';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { tidyText } from '../shared/tidy-text.ts';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { useJourney } from '../shared/use-journey.ts';
import styles from './person-part.module.css';

/** The papers of a case: what each is, what it meets, and the sealed file. */
export function DocumentsPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const [adding, setAdding] = useState(() => draftOf(opened, session, paperFormKey()) !== null);
  const papers = recordsOf(opened, 'paper').toReversed();
  return (
    <>
      <div className={styles['actions']}>
        <Button kind="main" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('casework.paper.add')}
        </Button>
      </div>
      {adding && (
        <Card title={t('casework.paper.add')}>
          <PaperForm opened={opened} onDone={() => setAdding(false)} />
        </Card>
      )}
      <Card title={t('casework.part.documents')} beside={papers.length}>
        {papers.length === 0 && <EmptyState>{t('casework.paper.none')}</EmptyState>}
        <Rows>
          {papers.map(({ id, content }) => (
            <li key={id}>
              <PaperRow opened={opened} paper={content} />
            </li>
          ))}
        </Rows>
      </Card>
    </>
  );
}

function PaperRow({ opened, paper }: { readonly opened: OpenedCase; readonly paper: Paper }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const lapsed = paper.validUntil !== null && paper.validUntil < today;
  // Of some papers only the year or the month is known.
  const day = paper.date === null ? null : parseCivilDate(paper.date);
  return (
    <>
      <p>
        <strong dir="auto">{paper.title}</strong> {day === null ? paper.date : formatShortDay(day, today)}{' '}
        <StateMark kind="plain" icon={false}>
          {t(`casework.form.${paper.form.kind}`)}
        </StateMark>{' '}
        {paper.language && <span>{paper.language}</span>}{' '}
        {paper.pages > 0 && t('casework.pages', { count: paper.pages })}
      </p>
      {paper.validUntil && (
        <p>
          {lapsed ? (
            <StateMark kind="late">
              {t('casework.paper.lapsed', { day: formatShortDay(paper.validUntil, today) })}
            </StateMark>
          ) : (
            t('casework.paper.validUntil', { day: formatShortDay(paper.validUntil, today) })
          )}
        </p>
      )}
      {paper.file ? <OpenPaper opened={opened} paper={paper} /> : <p>{t('casework.paper.noFile')}</p>}
    </>
  );
}

/** What a paper is and its file. The file is checked and sealed on this device before anything is sent. */
export function PaperForm({
  opened,
  onDone,
  requirement,
  keptAs = requirement,
  andThen,
}: {
  readonly opened: OpenedCase;
  readonly onDone: () => void;
  readonly requirement?: string;
  /** The name under which it is kept while it is unfinished; that of the requirement when absent. */
  readonly keptAs?: string | undefined;
  /** What else is done once the paper is in the case, such as taking it into an application. */
  readonly andThen?: (
    session: SpaceSession,
    opened: OpenedCase,
    paper: RecordId,
  ) => Promise<Result<OpenedCase, CaseRefusal>>;
}) {
  const { t, language } = useLanguage();
  const kept = useCaseForm({
    opened,
    form: paperFormKey(keptAs),
    read: () => emptyPaper(requirement),
  });
  const { title, document, form } = kept.values;
  const [date, until] = [dateOfText(kept.values.date), dateOfText(kept.values.until)];
  const journey = useJourney(opened);
  const sources = recordsOf(opened, 'paper').filter(({ content }) => content.form.kind !== 'certified-translation');
  const [source, setSource] = useState<RecordId | null>(sources.at(-1)?.id ?? null);
  // A promise: saving waits for a file that is still being read and checked.
  const file = useRef<FileBeingRead | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const dayWords = { day: t('casework.day'), month: t('casework.month'), year: t('casework.year') };
  const packs = journey.at === 'answered' ? journey.packs : [];
  const known = [...new Set(packs.flatMap((pack) => pack.documentIds))];
  const nameOf = (id: string): string => {
    const pack = packs.find((one) => one.documentIds.includes(id));
    return pack ? describeDocument(pack, id, language) : id;
  };
  const options = [
    { value: '', label: t('casework.paper.other') },
    ...known.map((id) => ({ value: id, label: nameOf(id) })),
  ];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const [on, last] = [parseCivilDate(fromTypedDate(date)), parseCivilDate(fromTypedDate(until))];
    const noSuchDay = (on === null && fromTypedDate(date) !== '') || (last === null && fromTypedDate(until) !== '');
    if (noSuchDay) return setWrong(t('casework.noSuchDay'));
    const words = tidyText(title).trim() || (document && nameOf(document));
    if (words === '') return setWrong(t('casework.paper.titleNeeded'));
    const paper = newPaper(document, words, on, last, formOf(form, source));
    const reading = file.current;
    const checked = await reading;
    if (checked === null && reading !== null) return setWrong(t('casework.paper.fileNotTaken'));
    setWrong(null);
    const saved = await kept.submit(async (session, current, _typed, id) => {
      const attached = await attachPaper(session, current, paper, checked, id);
      return attached.ok && andThen ? andThen(session, attached.value, id) : attached;
    });
    if (saved) onDone();
  };
  return (
    <form {...kept.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <FormNotices form={kept} />
      <Select
        label={t('casework.paper.kind')}
        value={document}
        onChange={(event) => kept.set({ document: event.target.value })}
        options={options}
      />
      <Field
        label={t('casework.paper.title')}
        dir="auto"
        name="title"
        maxLength={200}
        value={title}
        onChange={(event) => kept.set({ title: event.target.value })}
      />
      <PaperFormChoice
        sources={sources}
        form={form}
        onForm={(chosen) => kept.set({ form: chosen })}
        source={source}
        onSource={setSource}
      />
      <DateField
        legend={`${t('casework.paper.date')} (${t('casework.optional')})`}
        words={dayWords}
        value={date}
        onChange={(typed) => kept.set({ date: textOfDate(typed) })}
      />
      <DateField
        legend={`${t('casework.paper.until')} (${t('casework.optional')})`}
        words={dayWords}
        value={until}
        onChange={(typed) => kept.set({ until: textOfDate(typed) })}
      />
      <PaperFileField
        onChoose={(reading) => {
          setWrong(null);
          file.current = reading;
        }}
      />
      {wrong && <Notice tone="late">{wrong}</Notice>}
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={kept.busy && t('casework.paper.sealing')}>
          {t('casework.save')}
        </Button>
        <CancelButton form={kept} onDone={onDone} />
      </div>
    </form>
  );
}

function newPaper(
  document: string,
  title: string,
  date: Paper['date'],
  validUntil: Paper['validUntil'],
  form: Paper['form'],
): Omit<Paper, 'file'> {
  return {
    document: document === '' ? null : document,
    ownKind: null,
    title,
    date,
    validUntil,
    language: null,
    form,
    pages: 0,
    originalHeldBy: null,
    meets: document === '' ? [] : [document],
    forWhom: 'team',
  };
}

function emptyPaper(requirement = '') {
  return { title: '', document: requirement, form: 'copy', date: '', until: '' };
}

/** The name under which an unfinished paper is kept. */
export function paperFormKey(requirement?: string): string {
  return requirement ? `paper:${requirement}` : 'paper';
}

/** Original, copy or translation; a translation is of something, so without another paper there is none. */
function PaperFormChoice({
  sources,
  form,
  onForm,
  source,
  onSource,
}: {
  readonly sources: readonly { readonly id: RecordId; readonly content: Paper }[];
  readonly form: string;
  readonly onForm: (form: string) => void;
  readonly source: RecordId | null;
  readonly onSource: (source: RecordId | null) => void;
}) {
  const { t } = useLanguage();
  const kinds = ['copy', 'original-seen', ...(source === null ? [] : ['certified-translation'])];
  return (
    <>
      <Choice
        legend={t('casework.paper.form')}
        name="paper-form"
        inline
        value={form}
        onChange={onForm}
        options={kinds.map((value) => ({ value, label: t(`casework.form.${value}`) }))}
      />
      {form === 'certified-translation' && (
        <Select
          label={t('casework.paper.translationOf')}
          value={source ?? ''}
          onChange={(event) => onSource(sources.find(({ id }) => id === event.target.value)?.id ?? source)}
          options={sources.map(({ id, content }) => ({ value: id, label: content.title }))}
        />
      )}
    </>
  );
}

/** What somebody chose as the form of a paper; a translation names what it translates. */
function formOf(chosen: string, source: RecordId | null): Paper['form'] {
  if (chosen === 'certified-translation' && source !== null) return { kind: 'certified-translation', of: source };
  return { kind: chosen === 'original-seen' ? 'original-seen' : 'copy' };
}
