import { Link, useParams } from '@tanstack/react-router';
import { ListTodo, Phone } from 'lucide-react';
import type { SpaceId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { isServedWrong } from '#kernel/spaces/client';
import { useOpenWork } from '#kernel/spaces/web';
import { recordOf, type OpenedCase } from '#modules/casework/client';
import { Breadcrumbs, lookOf, Notice, Page, Skeleton, StateMark, StopBlock, Tabs } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { TrustMark } from '../shared/trust-mark.tsx';
import { useOldDrafts } from '../shared/use-old-drafts.ts';
import { useCaseKeys } from './use-case-keys.ts';
import { useCase } from '../shared/use-caseload.ts';
import { AppointmentsPart } from '../appointments/appointments-part.tsx';
import { AccessPart } from './access-part.tsx';
import { ApplicationsPart } from '../applications/applications-part.tsx';
import { useStationery } from '../stationery/stationery-store.ts';
import { ContactPart } from './contact-part.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { JourneyPart } from './journey-part.tsx';
import { PersonPart } from './person-part.tsx';
import { RestNotices } from './rest-notices.tsx';
import { SheetPart } from '../sheet/sheet-part.tsx';

const parts = {
  journey: JourneyPart,
  person: PersonPart,
  contact: ContactPart,
  documents: DocumentsPart,
  applications: ApplicationsPart,
  appointments: AppointmentsPart,
  access: AccessPart,
  sheet: SheetPart,
} as const;
const partNames = ['journey', 'person', 'contact', 'documents', 'applications', 'appointments', 'access'] as const;
/** With those that have a link in a part instead of a place in the row. */
const shownNames = [...partNames, 'sheet'] as const;

/** One case: opened and verified on this device, in parts that are always in the same order. */
export function CaseScreen() {
  const { t } = useLanguage();
  const params: { readonly case?: string; readonly part?: string } = useParams({ strict: false });
  // An address that is no id finds no case, like any foreign one.
  const view = useCase((params.case ?? '') as SpaceId);
  // Fetched for whichever case is opened first, so that what is fetched tells nothing of a case.
  useStationery();
  if (view.at === 'opening') return <Skeleton label={t('casework.case.opening')} lines={8} />;
  if (view.at === 'refused')
    return <RefusedCase type={view.refusal.type} message={caseRefusalMessage(t, view.refusal)} />;
  if (view.opened.space.unfit.some(isServedWrong)) return <ServedWrong opened={view.opened} />;
  const name = shownNames.find((part) => part === params.part) ?? 'journey';
  const Part = parts[name];
  return (
    <CaseHead opened={view.opened} part={name}>
      <Part key={`${view.opened.id} ${name}`} opened={view.opened} />
    </CaseHead>
  );
}

function CaseHead({
  opened,
  part,
  children,
}: {
  readonly opened: OpenedCase;
  readonly part: (typeof shownNames)[number];
  readonly children: React.ReactNode;
}) {
  const { t, formatDay } = useLanguage();
  const { names } = useOpenWork();
  const { open, id } = opened;
  useCaseKeys(id, part);
  useOldDrafts(opened);
  const lead = open.state.name === 'active' ? open.state.lead : null;
  const counts: Partial<Record<(typeof partNames)[number], number>> = {
    documents: opened.records.filter(({ kind }) => kind === 'paper').length,
    applications: opened.records.filter(({ kind }) => kind === 'application').length,
  };
  return (
    <Page
      crumbs={
        <Breadcrumbs
          label={t('casework.case.crumbs')}
          parts={[
            <Link key="cases" to="/cases">
              {t('casework.cases.title')}
            </Link>,
            <bdi key="case">{open.codeName}</bdi>,
          ]}
        />
      }
      title={<bdi>{open.codeName}</bdi>}
      part={t(`casework.part.${part}`)}
      marks={
        <>
          <StateMark kind="phase">
            {open.state.name === 'active' ? t(`casework.phase.${open.phase}`) : t(`casework.state.${open.state.name}`)}
          </StateMark>
          <TrustMark trust={opened.unfit.length > 0 ? 'does-not-fit' : 'checked'} />
        </>
      }
      lead={t('casework.case.lead', {
        since: formatDay(open.state.on),
        lead: lead === null ? t('casework.noLead') : (names.get(lead) ?? t('casework.noName')),
      })}
      actions={
        <>
          <Link to="/cases/$case/$part" params={{ case: id, part: 'journey' }} hash="tasks" className={lookOf('plain')}>
            <ListTodo size={20} strokeWidth={1.75} aria-hidden />
            {t('casework.case.tasks')}
          </Link>
          {open.state.name !== 'closed' && (
            <Link to="/contact" hash={id} className={lookOf('main')}>
              <Phone size={20} strokeWidth={1.75} aria-hidden />
              {t('casework.contact.log')}
            </Link>
          )}
        </>
      }
    >
      <Tabs label={t('casework.case.parts')}>
        {partNames.map((one) => (
          <Link
            key={one}
            to="/cases/$case/$part"
            params={{ case: id, part: one }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`casework.part.${one}`)} {counts[one] ? counts[one] : ''}
          </Link>
        ))}
      </Tabs>
      {opened.unfit.length > 0 && (
        <StopBlock title={t('casework.case.unfitTitle')}>
          <p>{t('casework.case.unfitBody', { count: opened.unfit.length })}</p>
          <p>
            {t('casework.case.reportCode')}:{' '}
            <code>{[...new Set(opened.unfit.map(({ type, reason }) => `${type}-${reason}`))].join(', ')}</code>
          </p>
        </StopBlock>
      )}
      <RestNotices opened={opened} />
      {recordOf(opened, 'person') === null && open.state.name !== 'referred' && <p>{t('casework.case.noPersonYet')}</p>}
      {children}
    </Page>
  );
}

/** Something else was served than what was signed: nothing of the case is shown, not even what fits. */
function ServedWrong({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const codes = opened.space.unfit.filter(isServedWrong).map(({ type, reason }) => `${type}-${reason}`);
  return (
    <Page title={<bdi>{opened.open.codeName}</bdi>} marks={<TrustMark trust="does-not-fit" />}>
      <StopBlock title={t('casework.case.servedWrongTitle')}>
        <p>{t('casework.case.servedWrongBody')}</p>
        <p>
          {t('casework.case.reportCode')}: <code>{[...new Set(codes)].join(', ')}</code>
        </p>
      </StopBlock>
    </Page>
  );
}

/** What says nothing against what the server keeps, only that it cannot give it now. */
const serverTrouble: ReadonlySet<string> = new Set([
  'Unreachable',
  'Interrupted',
  'Defect',
  'StorageFull',
  'TooManyTries',
  'ReadingPaused',
]);

/** Foreign, missing and taken away look the same; a log that is not to be believed stops everything. */
function RefusedCase({ type, message }: { readonly type: string; readonly message: string }) {
  const { t } = useLanguage();
  if (type === 'NotFound') {
    return (
      <Page title={t('casework.case.notHere')}>
        <p>{t('casework.case.notHereBody')}</p>
        <p>
          <Link to="/cases" className={lookOf('main')}>
            {t('casework.cases.title')}
          </Link>
        </p>
      </Page>
    );
  }
  if (serverTrouble.has(type)) {
    return (
      <Page title={t(type === 'Unreachable' ? 'casework.case.unreachable' : 'casework.case.notOpened')}>
        <Notice tone="late">{message}</Notice>
      </Page>
    );
  }
  return (
    <Page title={t('casework.case.stopTitle')}>
      <StopBlock title={t('casework.case.stopTitle')}>
        <p>{t('casework.case.stopBody')}</p>
        <p>
          {t('casework.case.reportCode')}: <code>{type}</code>
        </p>
      </StopBlock>
    </Page>
  );
}
