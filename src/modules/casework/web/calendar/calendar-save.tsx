import { useState } from 'react';
import { CalendarDays } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Checks, Notice, Stack } from '#platform/web/ui';
import type { CalendarDay } from './calendar-file.ts';

/** What the saved file is called: it says nothing of what is in it. */
const fileName = 'dates.ics';

/** Saves days for one's own calendar, after saying who will hold them then. */
export function CalendarSave({ days }: { readonly days: readonly CalendarDay[] }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState(false);
  const count = days.filter(({ gone }) => !gone).length;
  const save = async (): Promise<void> => {
    const [{ calendarFile }, { saveCopy }] = await Promise.all([
      import('./calendar-file.ts'),
      import('#kernel/documents/web'),
    ]);
    const text = calendarFile(days, {
      kind: t('casework.calendar.date'),
      nameOnly: choices.includes('name-only'),
      alarms: choices.includes('alarms'),
      now: new Date(),
    });
    saveCopy(new TextEncoder().encode(text), fileName);
    setSaved(true);
  };
  return (
    <Card title={t('casework.calendar.title')}>
      <Stack>
        <div>
          <Button
            aria-expanded={open}
            icon={<CalendarDays size={20} strokeWidth={1.75} aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {t('casework.calendar.open')}
          </Button>
        </div>
        {open && (
          <>
            <p>{t('casework.calendar.warning')}</p>
            <p>{t('casework.calendar.struck')}</p>
            <Checks
              legend={t('casework.calendar.choices')}
              values={choices}
              onChange={setChoices}
              options={[
                { value: 'name-only', label: t('casework.calendar.nameOnly') },
                { value: 'alarms', label: t('casework.calendar.alarms') },
              ]}
            />
            {count === 0 && <p>{t('casework.calendar.none')}</p>}
            {days.length > 0 && (
              <div>
                <Button onClick={() => void save()}>{t('casework.calendar.save', { count })}</Button>
              </div>
            )}
          </>
        )}
        {saved && <Notice>{t('casework.calendar.saved')}</Notice>}
      </Stack>
    </Card>
  );
}
