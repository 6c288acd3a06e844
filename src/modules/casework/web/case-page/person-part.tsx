import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { displayName, draftOf, recordOf, toldValue, type OpenedCase, type Told } from '#modules/casework/client';
import { Button, Card, Columns, EmptyState, SealedText, StateMark } from '#platform/web/ui';
import { InnerPart } from '../inner/inner-part.tsx';
import { PartyList } from '../parties/party-list.tsx';
import { ReachCard } from '../reaching/reach-card.tsx';
import { ReachForm } from '../reaching/reach-form.tsx';
import { ConsentForm, ConsentList } from './consents.tsx';
import { PersonForm } from './person-form.tsx';
import styles from './person-part.module.css';

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
      main={
        <>
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
      aside={
        editing === 'reach' ? (
          <Card title={t('casework.reach.title')}>
            <ReachForm opened={opened} onDone={stop} />
          </Card>
        ) : (
          <ReachCard opened={opened} onAgree={() => setEditing('reach')} />
        )
      }
    />
  );
}

function PersonCard({ opened, onEdit }: { readonly opened: OpenedCase; readonly onEdit: () => void }) {
  const { t } = useLanguage();
  const person = recordOf(opened, 'person')?.content;
  const [shown, setShown] = useState(false);
  if (!person) {
    return (
      <Card title={t('casework.person.title')}>
        <EmptyState>
          <p>{t('casework.person.none')}</p>
          <Button kind="main" onClick={onEdit}>
            {t('casework.person.fill')}
          </Button>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t('casework.person.title')} beside={<StateMark kind="sealed">{t('casework.sealed')}</StateMark>}>
      <SealedText label={t('casework.person.sealed')}>
        <dl className={styles['facts']}>
          <dt>{t('casework.person.name')}</dt>
          <dd>
            <bdi>{displayName(person)}</bdi>
            {person.names.length > 1 && (
              <ul>
                {person.names.slice(1).map((name, at) => (
                  <li key={at} dir="auto">
                    {[name.given, name.family].filter(Boolean).join(' ')}
                  </li>
                ))}
              </ul>
            )}
          </dd>
          <dt>{t('casework.person.called')}</dt>
          <dd dir="auto">{person.calledName ?? t('casework.notTold.not-asked')}</dd>
          <dt>{t('casework.person.birth')}</dt>
          <dd>{useTold(person.birth, ({ date }) => date)}</dd>
          <dt>{t('casework.person.gender')}</dt>
          <dd>{useTold(person.gender, (gender) => t(`casework.gender.${gender}`))}</dd>
          <dt>{t('casework.person.nationality')}</dt>
          <dd dir="auto">{useTold(person.nationalities, (list) => list.join(', '))}</dd>
          <dt>{t('casework.person.languages')}</dt>
          <dd>{person.languages.map(({ language }) => language).join(', ') || t('casework.notTold.not-asked')}</dd>
          <dt>{t('casework.person.numbers')}</dt>
          <dd>
            {person.numbers.length === 0
              ? t('casework.notTold.not-asked')
              : person.numbers.map(({ kind, number }) => (
                  <div key={number}>
                    {t(`casework.number.${kind}`)}: <bdi>{shown ? number : `••••${number.slice(-2)}`}</bdi>
                  </div>
                ))}
            {person.numbers.length > 0 && (
              <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
                {t(shown ? 'casework.person.hide' : 'casework.person.show')}
              </Button>
            )}
          </dd>
          <dt>{t('casework.person.needs')}</dt>
          <dd dir="auto">{useTold(person.needs, (needs) => needs)}</dd>
        </dl>
      </SealedText>
      <p className={styles['edit']}>
        <Button onClick={onEdit}>{t('casework.change')}</Button>
      </p>
    </Card>
  );
}

/** What was told, or why nothing was: never a blank. */
function useTold<Value>(answer: Told<Value>, show: (value: Value) => string): string {
  const { t } = useLanguage();
  const value = toldValue(answer);
  if (value !== null) return show(value);
  return 'notTold' in answer ? t(`casework.notTold.${answer.notTold}`) : '';
}
