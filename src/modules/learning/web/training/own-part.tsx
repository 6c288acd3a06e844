import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Skeleton, Stack, lookOf } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { packageOfCourse } from '../../model/open/play/package-course.ts';
import { createIndexedAttemptStore } from '../attempt-store.ts';
import { OwnTeaching } from '../teaching/own-teaching.tsx';
import { refusalMessage } from '../refusal-message.ts';
import { OwnPackages } from '../play/own-packages.tsx';
import { PartRows } from './part-rows.tsx';
import { StandingMark } from './standing-mark.tsx';
import styles from './training.module.css';
import { useChange } from './use-change.ts';
import { useOwnTraining, type OwnTraining } from './use-training.ts';

const store = createIndexedAttemptStore();

/** What is asked of oneself, how one stands, and the next thing to do. */
export function OwnPart() {
  const { t } = useLanguage();
  const { found, refused, reload } = useOwnTraining();
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.training.loading')} lines={4} />;
  const { standings } = found.person;
  return (
    <>
      {standings.length === 0 && <EmptyState>{t('learning.training.nothingAsked')}</EmptyState>}
      {standings.map(({ requirement }) => (
        <AskedCard key={requirement} requirement={requirement} found={found} onChanged={reload} />
      ))}
      {standings.length > 0 && <p className={styles['small']}>{t('learning.training.whatFor')}</p>}
      <OwnPackages />
      <OwnTeaching />
    </>
  );
}

function AskedCard({
  requirement: id,
  found,
  onChanged,
}: {
  readonly requirement: OwnTraining['requirements'][number]['id'];
  readonly found: OwnTraining;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const requirement = found.requirements.find((one) => one.id === id);
  const programme = found.programmes.find((one) => one.id === requirement?.programme);
  const standing = found.person.standings.find((one) => one.requirement === id)?.standing;
  if (requirement === undefined || programme === undefined || standing === undefined) return null;
  return (
    <Card title={<bdi>{programme.name}</bdi>} beside={<StandingMark standing={standing} requirement={requirement} />}>
      <Stack>
        <p className={styles['small']}>
          {t('learning.training.askedOf', { role: t(`accounts.role.${requirement.role}`) })}
        </p>
        {programme.needed < programme.parts.length && (
          <p>{t('learning.training.someOf', { needed: programme.needed, of: programme.parts.length })}</p>
        )}
        <PartRows
          programme={programme}
          standing={standing}
          proofs={found.person.proofs}
          todo={(part) =>
            part.course === null ? (
              <p className={styles['small']}>{t('learning.training.todoElsewhere')}</p>
            ) : (
              <LearnNow course={part.course} learnsHere={found.learnsHere} onChanged={onChanged} />
            )
          }
        />
        {standing.state === 'due' && programme.parts.some(({ course }) => course !== null) && (
          <Renew found={found} programme={programme} onChanged={onChanged} />
        )}
      </Stack>
    </Card>
  );
}

/** Near its end a module may be done again; what was done stays good until then. */
function Renew({
  found,
  programme,
  onChanged,
}: {
  readonly found: OwnTraining;
  readonly programme: OwnTraining['programmes'][number];
  readonly onChanged: () => void;
}) {
  const course = programme.parts.find((part) => part.course !== null)?.course ?? null;
  const done = found.person.proofs.some(({ of }) => 'course' in of && of.course === course);
  return course === null || !done ? null : (
    <LearnNow course={course} learnsHere={found.learnsHere} onChanged={onChanged} />
  );
}

/** The way into a module, so that it counts for whoever is signed in. */
function LearnNow({
  course,
  learnsHere,
  onChanged,
}: {
  readonly course: string;
  readonly learnsHere: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { busy, refused, run } = useChange(onChanged);
  const pack = packageOfCourse(course);
  // The module asks the server who it is only in a browser that was told to.
  const learnHere = async () => {
    const answer = await work.api.call(trainingRoutes.learnAsColleague, { input: {} });
    if (answer.ok) await store.setCounted(true).catch(() => undefined);
    return answer;
  };
  if (pack !== null)
    return (
      <p>
        <Link className={lookOf('main')} to="/learning/$part" params={{ part: pack }}>
          {t('learning.packages.toCourse')}
        </Link>
      </p>
    );
  if (learnsHere)
    return (
      <p>
        <a className={lookOf('main')} href={`/learn/${course}`} target="_blank" rel="noopener">
          {t('learning.training.open')}
          <span className="visually-hidden"> ({t('learning.training.newTab')})</span>
        </a>
      </p>
    );
  return (
    <Stack>
      <p className={styles['small']}>{t('learning.training.countMeLead')}</p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button kind="main" busy={busy && t('learning.organise.saving')} onClick={() => void run(learnHere)}>
          {t('learning.training.countMe')}
        </Button>
      </p>
    </Stack>
  );
}
