import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { Card, lookOf, Stack } from '#platform/web/ui';
import type { CaseloadState } from '../shared/caseload-store.ts';
import { casesOnOlderRules } from './cases-on-older-rules.ts';

/** How many cases stand on older rules, with the way to look; nothing when none does. */
export function OlderRulesCard({ caseload }: { readonly caseload: CaseloadState }) {
  const { t } = useLanguage();
  const count = casesOnOlderRules(caseload.entries).length;
  if (count === 0) return null;
  return (
    <Card title={t('casework.rules.title')}>
      <Stack>
        <p>{t('casework.manyRules.waiting', { count })}</p>
        <div>
          <Link to="/newer-rules" className={lookOf('plain')}>
            {t('casework.manyRules.open')}
          </Link>
        </div>
      </Stack>
    </Card>
  );
}
