import { useState } from 'react';
import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, recordsOf, type OpenedCase, type Party } from '#modules/casework/client';
import { Button, Card, Rows, SealedText } from '#platform/web/ui';
import { PartyForm, partyFormKey } from './party-form.tsx';
import styles from '../shared/form.module.css';

/** People around the person: who they are, whether they are safe, what they may hear. */
export function PartyList({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const parties = recordsOf(opened, 'party');
  const [editing, setEditing] = useState<RecordId | 'new' | null>(() => {
    if (draftOf(opened, session, partyFormKey(null))) return 'new';
    return parties.find(({ id }) => draftOf(opened, session, partyFormKey(id)))?.id ?? null;
  });
  const stop = (): void => setEditing(null);
  return (
    <Card
      title={t('casework.party.title')}
      beside={
        <Button kind="quiet" aria-expanded={editing === 'new'} onClick={() => setEditing('new')}>
          {t('casework.party.add')}
        </Button>
      }
    >
      {editing === 'new' && <PartyForm opened={opened} before={null} onDone={stop} />}
      {parties.length === 0 && editing === null && <p>{t('casework.party.none')}</p>}
      {parties.length > 0 && (
        <SealedText label={t('casework.party.sealed')}>
          <Rows>
            {parties.map((record) => (
              <li key={record.id}>
                {editing === record.id ? (
                  <PartyForm opened={opened} before={record.id} onDone={stop} />
                ) : (
                  <PartyRow party={record.content} onEdit={() => setEditing(record.id)} />
                )}
              </li>
            ))}
          </Rows>
        </SealedText>
      )}
    </Card>
  );
}

function PartyRow({ party, onEdit }: { readonly party: Party; readonly onEdit: () => void }) {
  const { t } = useLanguage();
  const [shown, setShown] = useState(false);
  const { name, role, organisation, contacts, safe, knowsOfUs, mayHear } = party;
  return (
    <div className={styles['form']}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        , {t(`casework.partyRole.${role}`)}
        {organisation && (
          <>
            , <bdi>{organisation}</bdi>
          </>
        )}
        <p className={styles['muted']}>
          {t('casework.party.isSafe')}:{' '}
          {'told' in safe ? t(safe.told ? 'casework.yes' : 'casework.no') : t(`casework.notTold.${safe.notTold}`)}.{' '}
          {t(knowsOfUs ? 'casework.party.knowsUs' : 'casework.party.knowsUsNot')}
        </p>
        {mayHear && <p dir="auto">{t('casework.party.hears', { words: mayHear })}</p>}
        {contacts.map((contact, at) => (
          <p key={at}>
            {t(`casework.partyContact.${contact.kind}`)}: <bdi>{shown ? contact.reach : '••••'}</bdi>
          </p>
        ))}
      </div>
      <div className={styles['actions']}>
        {contacts.length > 0 && (
          <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'casework.person.hide' : 'casework.person.show')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
        <Button kind="quiet" onClick={onEdit}>
          {t('casework.change')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </div>
  );
}
