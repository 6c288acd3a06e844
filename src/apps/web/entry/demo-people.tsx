import { useEffect, useState } from 'react';
import { tenantRoutes } from '#kernel/accounts';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import type { ApiRefusal } from '#platform/client';
import { PersonChip } from '#platform/web/ui';
import styles from './entry-page.module.css';

interface DemoPerson {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
  readonly passphrase: string;
  readonly kit: string;
}

/** The invented people of a practice workspace; pressing one uses their kit and passphrase like they would. */
export function DemoPeople({ onRefused }: { readonly onRefused: (refusal: ApiRefusal) => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  const [opening, setOpening] = useState<string | null>(null);
  useEffect(() => {
    void work.api.call(tenantRoutes.readDemoKits, {}).then((answer) => {
      if (answer.ok) setPeople(answer.value.people);
    });
  }, [work]);
  const open = async ({ handle, passphrase, kit }: DemoPerson): Promise<void> => {
    if (opening !== null) return;
    setOpening(handle);
    const { addDeviceFromKit } = await import('#kernel/accounts/client');
    const kept = await addDeviceFromKit(work.parts, { handle, kit });
    const opened = kept.ok ? await work.unlock(handle, passphrase) : kept;
    setOpening(null);
    if (!opened.ok) onRefused(opened.refusal);
  };
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people">{t('entry.demoTitle')}</h2>
      <p>{t('entry.demoLead')}</p>
      <ul className={styles['people']}>
        {people.map((person) => (
          <li key={person.handle}>
            <button
              type="button"
              aria-label={t('entry.demoOpen', { name: person.name })}
              onClick={() => void open(person)}
            >
              <PersonChip name={person.name} nobody="" />
              <span className={styles['role']}>
                {opening === person.handle
                  ? t('accounts.unlocking')
                  : t(person.role === 'coordinator' ? 'entry.demoCoordinator' : 'entry.demoVolunteer')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
