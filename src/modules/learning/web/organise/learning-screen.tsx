import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { isId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, EmptyState, Notice, Page, Skeleton, Tabs } from '#platform/web/ui';
import { learningRoutes } from '../../contract/learning-routes.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import { FiguresPart } from '../figures/figures-part.tsx';
import { PeoplePart } from '../people/people-part.tsx';
import { PackagePage } from '../play/package-page.tsx';
import { PackagesPart } from '../play/packages-part.tsx';
import { TotalsPart } from '../totals/totals-part.tsx';
import { refusalMessage } from '../refusal-message.ts';
import { AddOrganisation } from './add-organisation.tsx';
import { FiguresCard } from './figures-card.tsx';
import type { CourseByLanguage, ListedOrganisation } from './listed-organisation.ts';
import { OrganisationCard } from './organisation-card.tsx';
import { RedeemCard } from './redeem-card.tsx';
import { RevokeCard } from './revoke-card.tsx';
import { VouchForm } from './vouch-form.tsx';

const course = 'recognising-trafficking';
const organise = ['administrator', 'coordinator', 'duty'];
const redeem = ['administrator', 'coordinator'];

const count = [...organise, 'analyst'];

const parts = ['organisations', 'people', 'figures', 'totals', 'packages'] as const;
type PartName = (typeof parts)[number];
/** What names people, or lets somebody count for others, is for whoever looks after organisations. */
const lookedAfter: readonly PartName[] = ['people', 'totals'];

/** What is learned and who learns: organisations, how many people there are, and courses from elsewhere, one of which may be open. */
export function LearningScreen() {
  const { roles } = useOpenWork();
  const params: { readonly part?: string } = useParams({ strict: false });
  if (params.part !== undefined && isId(params.part)) return <PackagePage key={params.part} id={params.part} />;
  return roles.some((role) => count.includes(role)) ? <OrganisedLearning wanted={params.part} /> : <LearnersPackages />;
}

/** The same courses for whoever only learns. */
function LearnersPackages() {
  const { t } = useLanguage();
  return (
    <Page
      title={t('learning.packages.title')}
      lead={t('learning.packages.lead')}
      actions={<Link to="/training">{t('learning.training.title')}</Link>}
    >
      <PackagesPart />
    </Page>
  );
}

function OrganisedLearning({ wanted }: { readonly wanted: string | undefined }) {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const looksAfter = roles.some((role) => redeem.includes(role));
  const shown = parts.filter((one) => looksAfter || !lookedAfter.includes(one));
  const part = shown.find((one) => one === wanted) ?? 'organisations';
  const [adding, setAdding] = useState(false);
  const mayOrganise = part === 'organisations' && roles.some((role) => organise.includes(role));
  return (
    <Page
      title={t('learning.organise.title')}
      lead={t('learning.organise.lead')}
      part={t(`learning.organise.part.${part}`)}
      actions={
        mayOrganise && (
          <Button kind="main" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t('learning.organise.add')}
          </Button>
        )
      }
    >
      <Tabs label={t('learning.organise.parts')}>
        {shown.map((one) => (
          <Link key={one} to="/learning/$part" params={{ part: one }} aria-current={one === part ? 'page' : undefined}>
            {t(`learning.organise.part.${one}`)}
          </Link>
        ))}
      </Tabs>
      {part === 'people' && <PeoplePart />}
      {part === 'figures' && <FiguresPart />}
      {part === 'totals' && <TotalsPart />}
      {part === 'packages' && <PackagesPart />}
      {part === 'organisations' && (
        <OrganisationsPart adding={adding} onAdded={() => setAdding(false)} mayOrganise={mayOrganise} />
      )}
    </Page>
  );
}

/** For whom people learn, with which code and which numbers of their own. */
function OrganisationsPart({
  adding,
  onAdded,
  mayOrganise,
}: {
  readonly adding: boolean;
  readonly onAdded: () => void;
  readonly mayOrganise: boolean;
}) {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { work } = useWork();
  const { found, languages, refused, reload } = useOrganisations();
  return (
    <>
      {refused && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {/* Before the list has come nobody knows whether it is the first one, which is ours. */}
      {adding && found !== null && (
        <AddOrganisation
          first={found.every(({ own }) => !own)}
          onAdded={() => {
            onAdded();
            reload();
          }}
        />
      )}
      <FiguresCard titleOf={(id) => languages?.find((one) => one.id === id)?.title ?? id} />
      {mayOrganise && found === null && refused === null && <Skeleton label={t('learning.organise.loading')} />}
      {mayOrganise && found?.length === 0 && <EmptyState>{t('learning.organise.none')}</EmptyState>}
      {mayOrganise &&
        languages &&
        found?.map((organisation) => (
          <OrganisationCard key={organisation.id} organisation={organisation} course={languages} onChanged={reload} />
        ))}
      {roles.some((role) => redeem.includes(role)) && (
        <RedeemCard
          redeem={(receipt, beside) => work.api.call(learningRoutes.redeemReceipt, { input: { receipt, beside } })}
          after={(receipt, { packagedCourse }) =>
            packagedCourse !== null && <VouchForm key={receipt} receipt={receipt} course={packagedCourse} />
          }
        />
      )}
      {roles.includes('coordinator') && <RevokeCard />}
    </>
  );
}

function useOrganisations() {
  const { work } = useWork();
  const { language } = useLanguage();
  const [found, setFound] = useState<readonly ListedOrganisation[] | null>(null);
  const [languages, setLanguages] = useState<CourseByLanguage | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [loads, setLoads] = useState(0);
  const reload = useCallback(() => setLoads((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    void work.api.call(learningRoutes.listOrganisations, {}).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setFound(answer.value.organisations);
      // Who may only count is told nothing of codes, and is not told that either.
      else if (answer.refusal.type !== 'NotPermitted') setRefused(answer.refusal.type);
    });
    return () => {
      wanted = false;
    };
  }, [work, loads]);
  useEffect(() => {
    let wanted = true;
    fetchLanguages(language)
      .then((all) => wanted && setLanguages(all))
      .catch(() => wanted && setRefused('Unreachable'));
    return () => {
      wanted = false;
    };
  }, [language]);
  return { found, languages, refused, reload };
}

/** The course in every language it has, the reader's own first. */
async function fetchLanguages(own: string): Promise<CourseByLanguage> {
  const read = async (language: string): Promise<ReleasedCourse> => {
    const answer = await fetch(`/courses/${course}/${language}.json`, { cache: 'no-cache' });
    // Built from the files of the course by our own code and served from where this page came from.
    return (await answer.json()) as ReleasedCourse;
  };
  const first = await read(own);
  const others = first.languages.filter((language) => language !== own);
  return [first, ...(await Promise.all(others.map(read)))];
}
