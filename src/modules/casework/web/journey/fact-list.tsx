import type { JourneyAnswer, Pack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { Card, Rows } from '#platform/web/ui';
import { factLines } from './fact-lines.ts';
import { FactRow } from './fact-row.tsx';

/** Everything that was recorded, newest first: what counts, what was put right or taken out, what contradicts, what lies ahead. */
export function FactList({
  opened,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { t } = useLanguage();
  const journey = recordOf(opened, 'journey')?.content;
  const lines = journey ? factLines(journey, answer) : [];
  return (
    <Card id="facts" title={t('casework.facts.title')} beside={t('casework.facts.count', { count: lines.length })}>
      {lines.length === 0 && <p>{t('casework.facts.none')}</p>}
      <Rows>
        {lines.map((line) => (
          <li key={line.fact.id}>
            <FactRow opened={opened} line={line} packs={packs} />
          </li>
        ))}
      </Rows>
    </Card>
  );
}
