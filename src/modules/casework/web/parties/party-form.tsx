import { useState, type FormEvent } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  addToCase,
  isSaved,
  notTold,
  partyRoles,
  recordsOf,
  saveRecord,
  type OpenedCase,
} from '#modules/casework/client';
import { Button, Check, Field, Select, TextArea } from '#platform/web/ui';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { ToldYesNo } from '../shared/told-words.tsx';
import { cleanText } from '../shared/typed-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { partyReaches, toParty, toPartyValues } from './party-values.ts';
import styles from '../shared/form.module.css';

/** Under which name the unfinished form of somebody is kept; null for somebody new. */
export function partyFormKey(id: RecordId | null): string {
  return id === null ? 'party' : `party:${id}`;
}

/** Somebody around the person. What is reached how is one line per way; an emptied line is taken out. */
export function PartyForm({
  opened,
  before,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly before: RecordId | null;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const recordIn = (state: OpenedCase) => recordsOf(state, 'party').find(({ id }) => id === before) ?? null;
  const kept = useCaseForm({
    opened,
    form: partyFormKey(before),
    of: recordIn,
    read: (state) => toPartyValues(recordIn(state)?.content ?? null),
  });
  const { values } = kept;
  const [wrong, setWrong] = useState(false);
  const text = (name: 'name' | 'organisation' | 'mayHear' | (typeof partyReaches)[number]) => ({
    name,
    value: values[name],
    onChange: (event: { readonly target: { readonly value: string } }) => kept.set({ [name]: event.target.value }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(cleanText(values.name) === '');
    if (cleanText(values.name) === '') return;
    const saved = await kept.submit((session, current, typed, id) => {
      const content = toParty(typed, recordIn(current)?.content ?? null, today);
      if (before) return saveRecord(session, current, { id: before, kind: 'party', content });
      return addToCase(session, current, { puts: isSaved(current, id) ? [] : [{ id, kind: 'party', content }] });
    });
    if (saved) onDone();
  };
  const yesNo = values.safe === 'yes' || values.safe === 'no';
  const safe = {
    words: yesNo ? values.safe : '',
    why: notTold.find((why) => why === values.safe) ?? ('not-asked' as const),
  };
  return (
    <form {...kept.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={kept} labels={labelsOf(t)} />
      <Select
        label={t('casework.party.role')}
        value={values.role}
        onChange={(event) => kept.set({ role: event.target.value })}
        options={partyRoles.map((value) => ({ value, label: t(`casework.partyRole.${value}`) }))}
      />
      <Field
        label={t('casework.party.name')}
        dir="auto"
        error={wrong ? t('casework.party.nameNeeded') : undefined}
        {...text('name')}
      />
      <Field
        label={`${t('casework.party.organisation')} (${t('casework.optional')})`}
        dir="auto"
        {...text('organisation')}
      />
      {partyReaches.map((kind) => (
        <Field
          key={kind}
          label={`${t(`casework.partyContact.${kind}`)} (${t('casework.optional')})`}
          dir="auto"
          {...text(kind)}
        />
      ))}
      <ToldYesNo
        name="party-safe"
        label={t('casework.party.safe')}
        value={safe}
        onChange={({ words, why }) => kept.set({ safe: words || why })}
      />
      <Check
        label={t('casework.party.knows')}
        checked={values.knowsOfUs}
        onChange={(knowsOfUs) => kept.set({ knowsOfUs })}
      />
      <TextArea label={t('casework.party.mayHear')} rows={2} {...text('mayHear')} />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={kept.busy && t('casework.saving')}>
          {t('casework.save')}
        </Button>
        <CancelButton form={kept} onDone={onDone} />
      </div>
    </form>
  );
}

/** The label of each field, for two people who changed the same one. */
function labelsOf(t: (key: string) => string): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(
      ['role', 'name', 'organisation', 'safe', 'knows', 'mayHear'].map((one) => [one, t(`casework.party.${one}`)]),
    ),
    knowsOfUs: t('casework.party.knows'),
    ...Object.fromEntries(partyReaches.map((kind) => [kind, t(`casework.partyContact.${kind}`)])),
  };
}
