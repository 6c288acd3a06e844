import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { Card, lookOf, Stack } from '#platform/web/ui';

/** The way to the person's own sheet, once there is something to tell. */
export function SheetCard({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  if (recordOf(opened, 'journey') === null) return null;
  return (
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
  );
}
