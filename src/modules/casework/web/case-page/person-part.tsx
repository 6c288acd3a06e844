import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, type OpenedCase } from '#modules/casework/client';
import { Card, Columns, TakesFocus } from '#platform/web/ui';
import { InnerPart } from '../inner/inner-part.tsx';
import { PartyList } from '../parties/party-list.tsx';
import { PersonCard } from '../person/person-card.tsx';
import { PersonForm } from '../person/person-form.tsx';
import { ReachCard } from '../reaching/reach-card.tsx';
import { ReachForm } from '../reaching/reach-form.tsx';
import { ConsentForm, ConsentList } from './consents.tsx';

const forms = ['person', 'reach', 'consent'] as const;

/** Who the person is, as far as they told; how to reach them; what they agreed to. */
export function PersonPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  // What was left unfinished is shown again by itself.
  const [editing, setEditing] = useState<(typeof forms)[number] | null>(
    () => forms.find((form) => draftOf(opened, session, form)) ?? null,
  );
  const stop = (): void => setEditing(null);
  return (
    <Columns
      first="aside"
      main={
        <>
          {editing === 'reach' && (
            <TakesFocus>
              <Card title={t('casework.reach.title')}>
                <ReachForm opened={opened} onDone={stop} />
              </Card>
            </TakesFocus>
          )}
          {editing === 'person' ? (
            <Card title={t('casework.person.title')}>
              <PersonForm opened={opened} onDone={stop} />
            </Card>
          ) : (
            <PersonCard opened={opened} onEdit={() => setEditing('person')} />
          )}
          {editing === 'consent' ? (
            <Card title={t('casework.consent.add')}>
              <ConsentForm opened={opened} onDone={stop} />
            </Card>
          ) : (
            <ConsentList opened={opened} onAdd={() => setEditing('consent')} />
          )}
          <PartyList opened={opened} />
          <InnerPart opened={opened} />
        </>
      }
      aside={<ReachCard opened={opened} onAgree={() => setEditing('reach')} />}
    />
  );
}
