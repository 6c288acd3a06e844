import { useState, type FormEvent } from 'react';
import { createId, parseCivilDate, type CivilDate, type RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  attachPaper,
  createProcedures,
  fileApplication,
  recordsOf,
  type Application,
  type Filing,
  type OpenedCase,
} from '#modules/casework/client';
import {
  Button,
  Check,
  Choice,
  DateField,
  Field,
  fromTypedDate,
  noDate,
  Notice,
  Select,
  type TypedDate,
} from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { readChosenFile } from '../shared/read-chosen-file.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from './applications.module.css';
import { FilingWho, type WhoFiled } from './filing-who.tsx';

const ways = ['registered-post', 'post', 'desk', 'lawyer', 'portal-of-lawyer'] as const;

interface Typed {
  readonly how: (typeof ways)[number];
  readonly on: TypedDate;
  readonly tracking: string;
  readonly receivedOn: TypedDate;
  readonly proved: boolean;
  readonly isBundle: boolean;
}

/** What was typed, as a filing without its papers; or which day is missing. */
function readFiling(
  typed: Typed,
  who: WhoFiled,
  { before, bundle }: { readonly before: Filing | null; readonly bundle: Application['bundle'] },
): Omit<Filing, 'application' | 'proof'> | null {
  const on: CivilDate | null = before?.on ?? parseCivilDate(fromTypedDate(typed.on));
  const written = fromTypedDate(typed.receivedOn);
  const received = written === '' ? null : parseCivilDate(written);
  if (on === null || (written !== '' && received === null) || (received !== null && received < on)) return null;
  return {
    how: before?.how ?? typed.how,
    by: before?.by ?? who.by,
    authorisation: before?.authorisation ?? who.authorisation,
    on,
    tracking: typed.tracking.normalize('NFC').trim() || null,
    bundle: before?.bundle ?? (typed.isBundle ? (bundle?.sha256 ?? null) : null),
    received: received ? { on: received, proved: typed.proved } : null,
  };
}

/** Records how it was handed in; later, when it was received and what proves it. */
export function FilingForm({
  opened,
  application: { id, content },
  filing: before,
}: {
  readonly opened: OpenedCase;
  readonly application: { readonly id: RecordId; readonly content: Application };
  readonly filing: Filing | null;
}) {
  const { t, language, formatDay } = useLanguage();
  const { session: own, names } = useOpenWork();
  const act = useCaseAct(opened);
  const [typed, setTyped] = useState<Typed>({
    how: before?.how ?? 'registered-post',
    on: noDate,
    tracking: before?.tracking ?? '',
    receivedOn: noDate,
    proved: true,
    isBundle: content.bundle !== null,
  });
  const consents = recordsOf(opened, 'consent').filter(
    ({ content: { purpose, state } }) => purpose === 'represent' && state.name === 'given',
  );
  const [who, setWho] = useState<WhoFiled>({ by: own.user, authorisation: consents.at(-1)?.id ?? null });
  const [receipt, setReceipt] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed });
  const words = { day: t('casework.day'), month: t('casework.month'), year: t('casework.year') };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const filing = readFiling(typed, who, { before, bundle: content.bundle });
    setWrong(filing ? null : t('casework.filing.daysWrong'));
    if (!filing) return;
    const file = receipt ? await readChosenFile(receipt, true) : null;
    if (file && !file.ok) return setWrong(t(`casework.file.${file.refusal.type}`));
    await act.run(async (session) => {
      const proof = file ? createId<RecordId>(session.randomBytes) : (before?.proof ?? null);
      const kept =
        file && proof ? await attachPaper(session, opened, receiptPaper(t, filing), file.value, proof) : null;
      if (kept && !kept.ok) return kept;
      return fileApplication(session, createProcedures(language), kept?.value ?? opened, id, { ...filing, proof });
    });
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      {!before && (
        <>
          <Select
            label={t('casework.filing.how')}
            value={typed.how}
            onChange={(event) => change({ how: ways.find((name) => name === event.target.value) ?? 'post' })}
            options={ways.map((value) => ({ value, label: t(`casework.filing.way.${value}`) }))}
          />
          <FilingWho opened={opened} names={names} who={who} onChange={setWho} />
          <DateField
            legend={t('casework.filing.on')}
            words={words}
            value={typed.on}
            onChange={(on) => change({ on })}
          />
          <Field
            label={`${t('casework.filing.tracking')} (${t('casework.optional')})`}
            value={typed.tracking}
            onChange={(event) => change({ tracking: event.target.value })}
          />
          {content.bundle && (
            <Check
              label={t('casework.filing.isBundle', { day: formatDay(content.bundle.on), pages: content.bundle.pages })}
              checked={typed.isBundle}
              onChange={(isBundle) => change({ isBundle })}
            />
          )}
        </>
      )}
      <DateField
        legend={`${t('casework.filing.receivedDay')} (${t('casework.optional')})`}
        hint={t('casework.filing.receivedHint')}
        words={words}
        value={typed.receivedOn}
        onChange={(receivedOn) => change({ receivedOn })}
      />
      {fromTypedDate(typed.receivedOn) !== '' && (
        <Choice
          legend={t('casework.filing.sure')}
          name="received-sure"
          value={typed.proved ? 'proved' : 'presumed'}
          onChange={(value) => change({ proved: value === 'proved' })}
          options={[
            { value: 'proved', label: t('casework.filing.proved') },
            { value: 'presumed', label: t('casework.filing.presumed') },
          ]}
        />
      )}
      <Field
        label={`${t('casework.filing.receipt')} (${t('casework.optional')})`}
        hint={t('casework.filing.receiptHint')}
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,.webp"
        onChange={(event) => setReceipt(event.target.files?.[0] ?? null)}
      />
      {wrong && <Notice tone="late">{wrong}</Notice>}
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        <Button kind={before ? 'main' : 'plain'} type="submit" busy={act.busy && t('casework.saving')}>
          {t('casework.filing.save')}
        </Button>
      </div>
    </form>
  );
}

/** The receipt as a paper of the case. */
function receiptPaper(
  t: ReturnType<typeof useLanguage>['t'],
  { on, received }: { readonly on: CivilDate; readonly received: Filing['received'] },
) {
  return {
    document: null,
    ownKind: 'receipt',
    title: t('casework.filing.receiptTitle'),
    date: received?.on ?? on,
    validUntil: null,
    language: null,
    form: { kind: 'copy' as const },
    pages: 0,
    originalHeldBy: null,
    meets: [],
    forWhom: 'team' as const,
  };
}
