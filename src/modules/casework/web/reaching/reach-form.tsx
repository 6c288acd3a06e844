import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, saveRecord, type OpenedCase } from '#modules/casework/client';
import { Button, Check, ErrorSummary } from '#platform/web/ui';
import { DayField } from '../shared/day-field.tsx';
import { CancelButton, FormNotices } from '../shared/form-notices.tsx';
import { rowsOfText, textOfRows, withRow } from '../shared/typed-rows.ts';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { ChannelFields } from './channel-fields.tsx';
import { ReachExtras } from './reach-extras.tsx';
import {
  blankChannel,
  blankWindow,
  fromTypedReach,
  mistakesIn,
  toTypedReach,
  type ReachMistake,
  type TypedReach,
} from './reach-values.ts';
import { useReachWords } from './use-reach-words.ts';
import { WindowFields } from './window-fields.tsx';
import styles from './reaching.module.css';

/** The safe-contact plan, agreed with the person: the ways, when, what to say, and what to do when nobody answers. */
export function ReachForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const words = useReachWords();
  const form = useCaseForm<TypedReach>({
    opened,
    form: 'reach',
    of: (current) => recordOf(current, 'reach'),
    read: (current) => toTypedReach(recordOf(current, 'reach')?.content ?? null),
  });
  const [taken, setTaken] = useState(0);
  const [mistakes, setMistakes] = useState<readonly ReachMistake[]>([]);
  const channels = rowsOfText(form.values.channels, blankChannel);
  const windows = rowsOfText(form.values.windows, blankWindow);
  const setChannels = (rows: typeof channels): void => form.set({ channels: textOfRows(rows) });
  const setWindows = (rows: typeof windows): void => form.set({ windows: textOfRows(rows) });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = mistakesIn(form.values);
    setMistakes(found);
    if (found.length > 0) return;
    const saved = await form.submit((session, current, values, id) => {
      const before = recordOf(current, 'reach');
      const content = fromTypedReach(values, before?.content ?? null, today, session.user);
      return saveRecord(session, current, { kind: 'reach', content, id: before?.id ?? id });
    });
    if (saved) onDone();
  };
  return (
    <form {...form.props} className={styles['card']} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        title={t('casework.problem')}
        errors={mistakes.map((one) => ({ field: `reach-${one}`, message: t(`casework.reach.wrong.${one}`) }))}
      />
      <FormNotices form={form} labels={words.labels} show={words.show} />
      <fieldset className={styles['rows']}>
        <legend>{t('casework.reach.ways')}</legend>
        {channels.map((row, at) => (
          <ChannelFields
            key={row.id === '' ? `new-${taken}-${at}` : row.id}
            at={at}
            row={row}
            onChange={(changed) => setChannels(withRow(channels, at, changed))}
            onRemove={() => {
              setTaken(taken + 1);
              setChannels(channels.toSpliced(at, 1));
            }}
          />
        ))}
        <div>
          <Button onClick={() => setChannels([...channels, blankChannel])}>{t('casework.reach.addWay')}</Button>
        </div>
      </fieldset>
      <fieldset className={styles['rows']} id="reach-window" tabIndex={-1}>
        <legend>{t('casework.reach.when')}</legend>
        {windows.length === 0 && <p>{t('casework.reach.noHours')}</p>}
        {windows.map((row, at) => (
          <WindowFields
            key={at}
            at={at}
            row={row}
            onChange={(changed) => setWindows(withRow(windows, at, changed))}
            onRemove={() => setWindows(windows.toSpliced(at, 1))}
          />
        ))}
        <div>
          <Button onClick={() => setWindows([...windows, blankWindow])}>{t('casework.reach.addHours')}</Button>
        </div>
      </fieldset>
      <ReachExtras form={form} mistakes={mistakes} />
      <DayField
        id="reach-quiet"
        optional
        legend={words.labels['quiet'] ?? ''}
        hint={t('casework.reach.quietHint')}
        error={mistakes.includes('quiet') ? t('casework.reach.wrong.quiet') : undefined}
        value={dateOfText(form.values.quiet)}
        onChange={(quiet) => form.set({ quiet: textOfDate(quiet) })}
      />
      <Check
        label={t('casework.reach.doNot')}
        checked={form.values.doNot}
        onChange={(chosen) => form.set({ doNot: chosen })}
      />
      <div className={styles['actions']}>
        <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
          {t('casework.reach.save')}
        </Button>
        <CancelButton form={form} onDone={onDone} />
      </div>
    </form>
  );
}
