import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { addEntry, clockTime, type OpenedCase, type Reach } from '#modules/casework/client';
import { Button, TextArea } from '#platform/web/ui';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { useCaseForm } from '../shared/use-case-form.ts';
import styles from './reaching.module.css';

/** Asks why somebody goes outside the plan, and writes it among the notes of the case before anything is shown. */
export function OutsidePlan({
  opened,
  channel,
  verdict,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly channel: Reach['channels'][number];
  readonly verdict: string;
  readonly onDone: (written: boolean) => void;
}) {
  const { t } = useLanguage();
  const { today, session } = useOpenWork();
  const form = useCaseForm({ opened, form: `outside-plan:${channel.id}`, read: () => ({ why: '' }) });
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isBlank = form.values.why.trim() === '';
    setWrong(isBlank);
    if (isBlank) return;
    const saved = await form.submit((own, current, { why }, id) => {
      const title = t('casework.reach.outside', { way: t(`casework.channel.${channel.kind}`), verdict });
      const note = { on: today, at: clockTime(session.clock.now()), title, words: why, audience: 'team' as const };
      return addEntry(own, current, 'note', note, id);
    });
    if (saved) onDone(true);
  };
  return (
    <form {...form.props} className={styles['card']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} />
      <TextArea
        label={t('casework.reach.whyOutside')}
        hint={t('casework.reach.whyHint')}
        error={wrong ? t('casework.reach.whyNeeded') : undefined}
        name="why"
        rows={3}
        value={form.values.why}
        onChange={(event) => form.set({ why: event.target.value })}
      />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.reach.writeAndShow')}
        </Button>
        <CancelButton form={form} onDone={() => onDone(false)} />
      </div>
    </form>
  );
}
