import { useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Disclosure, EmptyState, Notice, Select, Skeleton, Stack } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import { useLoaded } from '../use-loaded.ts';
import { InviteForm } from './invite-form.tsx';
import { NewLinks } from './new-links.tsx';
import type { Invited, ListedPerson, PeopleCalls, PeopleList } from './people-calls.ts';
import { PeopleRows } from './people-rows.tsx';
import styles from './people.module.css';
import { RuleForm } from './rule-form.tsx';
import { savePeople } from './save-people.ts';

const course = 'recognising-trafficking';
const states = ['due', 'expired', 'done', 'waiting', 'ended'] as const;
type Shown = 'all' | (typeof states)[number];

/** The people of one organisation: who was invited, how they stand, and what may be done about it. */
export function PeopleDesk({
  calls,
  guard,
  after = null,
}: {
  readonly calls: PeopleCalls;
  /** Asks who it is once more before the list leaves, where that can be asked. */
  readonly guard: (act: () => Promise<void>) => void;
  /** What stands below for whoever was let in; whoever was not is told why, and shown nothing that would be refused. */
  readonly after?: ReactNode;
}) {
  const { t } = useLanguage();
  const { found, refused, reload } = useLoaded(calls.list);
  const [made, setMade] = useState<Invited | null>(null);
  const why = refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return why || <Skeleton label={t('learning.people.loading')} lines={4} />;
  const onMade = (links: Invited): void => {
    setMade(links);
    reload();
  };
  return (
    <Stack>
      {why}
      <Counted found={found} />
      {made && <NewLinks key={made.links[0]?.secret} made={made} />}
      <Card title={t('learning.people.invite')}>
        <InviteForm calls={calls} course={course} people={found.people} onInvited={onMade} />
      </Card>
      <Listed found={found} calls={calls} guard={guard} onChanged={reload} onLink={onMade} />
      <Disclosure summary={t('learning.people.rule')}>
        <div className={styles['inner']}>
          <RuleForm
            calls={calls}
            course={course}
            rule={found.rules.find((rule) => rule.course === course) ?? null}
            onSaved={reload}
          />
        </div>
      </Disclosure>
      {after}
    </Stack>
  );
}

/** How many there are, with or without a label. */
function Counted({ found }: { readonly found: PeopleList }) {
  const { t, formatDay } = useLanguage();
  const { people, completions } = found.counted.find((one) => one.course === course) ?? { people: 0, completions: 0 };
  const [year] = found.asOf.split('-');
  const day = formatDay(found.asOf);
  return (
    <div>
      <p>
        {t('learning.people.counted', { people, completions, day, year: year ?? '', organisation: found.organisation })}
      </p>
      {found.played.length > 0 && (
        <>
          <p>{t('learning.people.played', { count: found.played.length })}</p>
          <ul>
            {found.played.map((one) => (
              <li key={one.title}>
                <bdi>{one.title}</bdi>:{' '}
                {t('learning.people.playedBy', { people: one.people, completions: one.completions })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function isShown({ invitation, standing }: ListedPerson, shown: Shown): boolean {
  return shown === 'all' || shown === invitation || shown === standing.state;
}

function Listed({
  found,
  calls,
  guard,
  onChanged,
  onLink,
}: {
  readonly found: PeopleList;
  readonly calls: PeopleCalls;
  readonly guard: (act: () => Promise<void>) => void;
  readonly onChanged: () => void;
  readonly onLink: (made: Invited) => void;
}) {
  const { t } = useLanguage();
  const [shown, setShown] = useState<Shown>('all');
  const [refused, setRefused] = useState<string | null>(null);
  const people = found.people.filter((one) => isShown(one, shown));
  const countOf = (state: Shown): number => found.people.filter((one) => isShown(one, state)).length;
  const handOut = async (): Promise<void> => {
    const answer = await calls.handOut();
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) savePeople(answer.value, t);
  };
  if (found.people.length === 0) return <EmptyState>{t('learning.people.none')}</EmptyState>;
  return (
    <Card title={t('learning.people.list')} beside={found.people.length}>
      <Stack>
        <Select
          label={t('learning.people.show')}
          value={shown}
          onChange={(event) => setShown(states.find((one) => one === event.target.value) ?? 'all')}
          options={(['all', ...states] as const).map((state) => ({
            value: state,
            label: t(`learning.people.shown.${state}`, { count: countOf(state) }),
          }))}
        />
        <PeopleRows key={shown} people={people} calls={calls} onChanged={onChanged} onLink={onLink} />
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button onClick={() => guard(handOut)}>{t('learning.people.save')}</Button>
        </p>
        <p className={styles['small']}>{t('learning.people.saveHint')}</p>
      </Stack>
    </Card>
  );
}
