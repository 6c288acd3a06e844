import type { FormEvent } from 'react';
import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, saveRecord, type OpenedCase, type SealedContent } from '#modules/casework/client';
import { Button, Check, Checks, Choice, Field, TextArea } from '#platform/web/ui';
import { emptyReach } from '../shared/empty-records.ts';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import type { FormValue, FormValues } from '../shared/merge-values.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './person-part.module.css';

type Reach = SealedContent<'reach'>;
const kinds = ['call', 'text', 'message-app', 'mail', 'visit', 'via-person'] as const;
const safeties = ['yes', 'after-text', 'no'] as const;

interface Typed extends FormValues {
  readonly kind: string;
  readonly reach: string;
  readonly safe: string;
  readonly voicemail: boolean;
  /** Numbers of the days, joined by commas. */
  readonly days: string;
  readonly from: string;
  readonly until: string;
  readonly another: string;
  readonly doNot: boolean;
}

/** The safe-contact plan, agreed with the person: one first way, when, and what to say if another answers. */
export function ReachForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm<Typed>({
    opened,
    form: 'reach',
    of: (current) => recordOf(current, 'reach'),
    read: (current) => toFormValues(recordOf(current, 'reach')?.content ?? emptyReach(today)),
  });
  const { kind, reach, safe, voicemail, from, until, another, doNot } = form.values;
  const days = form.values.days === '' ? [] : form.values.days.split(',');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const saved = await form.submit((session, current, values, id) => {
      const before = recordOf(current, 'reach');
      const content = fromFormValues(values, before?.content ?? emptyReach(today), today);
      return saveRecord(session, current, { kind: 'reach', content, id: before?.id ?? id });
    });
    if (saved) onDone();
  };
  const show = (field: string, value: FormValue): string => {
    if (field === 'kind') return t(`casework.channel.${value}`);
    if (field === 'safe') return t(`casework.reach.safe.${value}`);
    if (typeof value === 'boolean') return t(value ? 'casework.yes' : 'casework.no');
    if (field !== 'days' || value === '') return value;
    return value
      .split(',')
      .map((day) => t(`casework.weekday.${day}`))
      .join(', ');
  };
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)}>
      <FormNotices
        form={form}
        labels={{
          kind: t('casework.reach.how'),
          reach: t('casework.reach.where'),
          safe: t('casework.reach.isSafe'),
          voicemail: t('casework.reach.message'),
          days: t('casework.reach.days'),
          from: t('casework.reach.from'),
          until: t('casework.reach.until'),
          another: t('casework.reach.ifAnother'),
          doNot: t('casework.reach.doNot'),
        }}
        show={show}
      />
      <Choice
        legend={t('casework.reach.how')}
        name="reach-kind"
        inline
        value={kind}
        onChange={(chosen) => form.set({ kind: chosen })}
        options={kinds.map((value) => ({ value, label: t(`casework.channel.${value}`) }))}
      />
      <Field
        label={t('casework.reach.where')}
        name="reach"
        maxLength={200}
        value={reach}
        onChange={(event) => form.set({ reach: event.target.value })}
      />
      <Choice
        legend={t('casework.reach.isSafe')}
        name="reach-safe"
        inline
        value={safe}
        onChange={(chosen) => form.set({ safe: chosen })}
        options={safeties.map((value) => ({ value, label: t(`casework.reach.safe.${value}`) }))}
      />
      <Check
        label={t('casework.reach.message')}
        checked={voicemail}
        onChange={(chosen) => form.set({ voicemail: chosen })}
      />
      <Checks
        legend={t('casework.reach.days')}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(`casework.weekday.${day}`) }))}
        values={days}
        onChange={(chosen) => form.set({ days: chosen.toSorted().join(',') })}
      />
      <Field
        label={t('casework.reach.from')}
        type="time"
        required
        value={from}
        onChange={(event) => form.set({ from: event.target.value })}
      />
      <Field
        label={t('casework.reach.until')}
        type="time"
        required
        value={until}
        onChange={(event) => form.set({ until: event.target.value })}
      />
      <TextArea
        label={t('casework.reach.ifAnother')}
        rows={3}
        name="another"
        value={another}
        onChange={(event) => form.set({ another: event.target.value })}
      />
      <Check label={t('casework.reach.doNot')} checked={doNot} onChange={(chosen) => form.set({ doNot: chosen })} />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.reach.save')}
        </Button>
        <CancelButton form={form} onDone={onDone} />
      </div>
    </form>
  );
}

function toFormValues(reach: Reach): Typed {
  const [first] = reach.channels;
  const [window] = reach.windows;
  return {
    kind: first?.kind ?? 'call',
    reach: first?.reach ?? '',
    safe: first?.safe ?? 'yes',
    voicemail: first?.voicemail ?? false,
    days: (window?.days ?? [1, 2, 3, 4, 5]).join(','),
    from: window?.from ?? '10:00',
    until: window?.until ?? '17:00',
    another: reach.ifAnotherAnswers,
    doNot: reach.doNotContact,
  };
}

function fromFormValues(typed: Typed, before: Reach, on: CivilDate): Reach {
  const channel = {
    id: before.channels[0]?.id ?? 'first',
    kind: kinds.find((name) => name === typed.kind) ?? 'call',
    reach: typed.reach.trim(),
    safe: safeties.find((name) => name === typed.safe) ?? 'yes',
    voicemail: typed.voicemail,
  };
  const days = typed.days
    .split(',')
    .map(Number)
    .filter((day) => day >= 1 && day <= 7);
  const { from, until } = typed;
  const others = before.channels.slice(1);
  return {
    ...before,
    channels: channel.reach === '' ? others : [channel, ...others],
    windows: days.length === 0 ? [] : [{ days, from, until }, ...before.windows.slice(1)],
    ifAnotherAnswers: typed.another,
    doNotContact: typed.doNot,
    agreedOn: on,
    reviewBy: emptyReach(on).reviewBy,
  };
}
