import { useLanguage } from '#kernel/languages/web';
import { isFrozen, recordsOf, type OpenedCase } from '#modules/casework/client';
import { Card, EmptyState } from '#platform/web/ui';
import { useJourney } from '../shared/use-journey.ts';
import { ApplicationPage } from './application-page.tsx';
import { SentCard } from './sent-card.tsx';
import { StartApplication } from './start-application.tsx';

/** Applications: what the next one needs, what is there, the bundle, and how it was handed in. */
export function ApplicationsPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const journey = useJourney(opened);
  const applications = recordsOf(opened, 'application').toReversed();
  if (journey.at !== 'answered') {
    return (
      <Card title={t('casework.part.applications')}>
        <EmptyState>{t('casework.application.noJourney')}</EmptyState>
      </Card>
    );
  }
  const running = applications.find(({ content }) => !isFrozen(content));
  return (
    <>
      {running && (
        <ApplicationPage
          key={running.id}
          opened={opened}
          application={running}
          answer={journey.answer}
          packs={journey.packs}
        />
      )}
      {applications
        .filter(({ content }) => isFrozen(content))
        .map((application) => (
          <SentCard
            key={application.id}
            opened={opened}
            application={application}
            answer={journey.answer}
            packs={journey.packs}
          />
        ))}
      {!running && <StartApplication opened={opened} answer={journey.answer} packs={journey.packs} />}
    </>
  );
}
