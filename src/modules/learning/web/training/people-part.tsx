import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, Choice, Disclosure, EmptyState, Notice, Rows, Skeleton } from '#platform/web/ui';
import { opensGate, type Standing } from '../../model/open/standing/standing.ts';
import { refusalMessage } from '../refusal-message.ts';
import { PersonTraining } from './person-training.tsx';
import { StandingMark } from './standing-mark.tsx';
import styles from './training.module.css';
import { useTraining, type TrainedPerson, type Training } from './use-training.ts';

const filters = ['all', 'shut', 'soon'] as const;
type Filter = (typeof filters)[number];

/** Who may be given a case, and who may not, and why. */
export function PeoplePart() {
  const { t } = useLanguage();
  const { found, refused, reload } = useTraining();
  const [filter, setFilter] = useState<Filter>('all');
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.training.loading')} lines={6} />;
  if (found.requirements.length === 0) return <EmptyState>{t('learning.training.nothingAskedYet')}</EmptyState>;
  const shown = found.people.filter((person) => isShown(person, filter));
  return (
    <>
      <Choice
        legend={t('learning.training.show')}
        name="show"
        inline
        value={filter}
        options={filters.map((value) => ({
          value,
          label: `${t(`learning.training.show.${value}`)} (${String(found.people.filter((one) => isShown(one, value)).length)})`,
        }))}
        onChange={(value) => setFilter(filters.find((one) => one === value) ?? 'all')}
      />
      <Card title={t('learning.training.part.people')} beside={shown.length}>
        {shown.length === 0 ? (
          <p>{t('learning.training.nobodyHere')}</p>
        ) : (
          <PersonRows people={shown} found={found} onChanged={reload} />
        )}
      </Card>
    </>
  );
}

function PersonRows({
  people,
  found,
  onChanged,
}: {
  readonly people: readonly TrainedPerson[];
  readonly found: Training;
  readonly onChanged: () => void;
}) {
  const { t, language } = useLanguage();
  const { names } = useOpenWork();
  const nameOf = ({ user }: TrainedPerson): string => names.get(user) ?? t('learning.training.somebody');
  const sorted = people.toSorted(
    (left, right) => rankOf(left) - rankOf(right) || nameOf(left).localeCompare(nameOf(right), language),
  );
  return (
    <Rows>
      {sorted.map((person) => (
        <li key={person.user}>
          <Disclosure
            quiet
            summary={
              <span className={styles['person']}>
                <bdi>{nameOf(person)}</bdi>
                <span className={styles['marks']}>
                  {person.standings.map(({ requirement, standing }) => {
                    const asked = found.requirements.find(({ id }) => id === requirement);
                    return asked && <StandingMark key={requirement} standing={standing} requirement={asked} />;
                  })}
                </span>
              </span>
            }
          >
            <PersonTraining person={person} name={nameOf(person)} found={found} onChanged={onChanged} />
          </Disclosure>
        </li>
      ))}
    </Rows>
  );
}

const ranks: Readonly<Record<Standing['state'], number>> = { lapsed: 0, missing: 1, exempt: 2, due: 3, valid: 4 };

/** Whoever may be given no case comes first. */
function rankOf({ standings }: TrainedPerson): number {
  return Math.min(...standings.map(({ standing }) => ranks[standing.state]));
}

function isShown({ standings }: TrainedPerson, filter: Filter): boolean {
  if (filter === 'all') return true;
  return standings.some(({ standing }) =>
    filter === 'shut' ? !opensGate(standing) : standing.state === 'due' || standing.state === 'exempt',
  );
}
