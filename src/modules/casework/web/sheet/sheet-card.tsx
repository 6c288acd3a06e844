import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { CalendarSave } from '../calendar/calendar-save.tsx';
import { daysOfCase } from '../calendar/days-of-cases.ts';
import { Card, lookOf, Stack } from '#platform/web/ui';

/** The ways out on paper and into a calendar, once there is something to tell. */
export function SheetCard({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const journey = recordOf(opened, 'journey');
  if (journey === null) return null;
  return (
    <>
      <Card title={t('casework.sheet.card')}>
        <Stack>
          <p>{t('casework.sheet.cardLead')}</p>
          <div>
            <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'sheet' }} className={lookOf('plain')}>
              {t('casework.sheet.open')}
            </Link>
          </div>
        </Stack>
      </Card>
      <CalendarSave days={daysOfCase(opened.open, journey.content)} />
    </>
  );
}
