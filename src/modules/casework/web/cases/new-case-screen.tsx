import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { createId, type SpaceId } from '#platform/base';
import { hasRole } from '#platform/crypto';
import { useLanguage } from '#kernel/languages/web';
import { useDesk, useOpenWork } from '#kernel/spaces/web';
import { referCase, type SealedContent } from '#modules/casework/client';
import { Breadcrumbs, Button, Card, ErrorSummary, Field, Notice, Page, Select, Stack } from '#platform/web/ui';
import { emptyPerson } from '../shared/empty-records.ts';
import { createCaseFinder } from '../shared/find-cases.ts';
import { RestoredNotice } from '../shared/form-notices.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { useCaseload } from '../shared/use-caseload.ts';

/** The way to a new case, for coordinators; for others it is a page that is not there. */
export function NewCaseScreen() {
  const { t } = useLanguage();
  const { session, today } = useOpenWork();
  const mayOpen = hasRole(session.directory.people.get(session.user), 'coordinator', today);
  if (mayOpen) return <NewCase />;
  return (
    <Page title={t('casework.case.notHere')}>
      <p>{t('casework.case.notHereBody')}</p>
    </Page>
  );
}

/** A first contact becomes a sealed case: who else watches over it, and what is known of the person so far. */
function NewCase() {
  const { t } = useLanguage();
  const { session, names, today } = useOpenWork();
  const caseload = useCaseload();
  const navigate = useNavigate();
  const act = useCaseAct(null);
  // Drawn with the form: trying again after a lost answer opens the same case, not a second one.
  const [fresh] = useState(() => createId<SpaceId>(session.randomBytes));
  const form = useDesk('new-case', { id: fresh, given: '', family: '', other: '' });
  const { given, family, other } = form.values;
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const coordinators = [...session.directory.people.values()].filter(
    (person) => person.user !== session.user && hasRole(person, 'coordinator', today),
  );
  const finder = createCaseFinder(caseload.entries);
  const alike = given.trim().length > 2 ? finder.find(`${given} ${family}`).slice(0, 3) : [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const second = coordinators.find(({ user }) => user === other)?.user;
    const wrong = [
      ...(given.trim() === '' && family.trim() === ''
        ? [{ field: 'given', message: t('casework.new.nameNeeded') }]
        : []),
      ...(second ? [] : [{ field: 'other', message: t('casework.new.secondNeeded') }]),
    ];
    setErrors(wrong);
    if (wrong.length > 0 || !second) return;
    let made: string | null = null;
    const saved = await act.run(async (own) => {
      const referred = await referCase(own, {
        // What the desk gives back was drawn by this very form.
        id: form.values.id as SpaceId,
        coordinators: [own.user, second],
        person: personOf(given, family),
      });
      if (referred.ok) made = referred.value.id;
      return referred;
    });
    if (!saved || made === null) return;
    form.clear();
    caseload.reload();
    await navigate({ to: '/cases/$case/$part', params: { case: made, part: 'journey' } });
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
            t('casework.cases.new'),
          ]}
        />
      }
      title={t('casework.cases.new')}
      lead={t('casework.new.lead')}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Card title={t('casework.new.first')}>
          <Stack>
            {form.restored && <RestoredNotice onDiscard={form.clear} />}
            <ErrorSummary title={t('casework.problem')} errors={errors} />
            {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
            <Field
              id="given"
              label={t('casework.person.given')}
              hint={t('casework.new.nameHint')}
              value={given}
              onChange={(event) => form.set({ given: event.target.value })}
            />
            <Field
              id="family"
              label={t('casework.person.family')}
              value={family}
              onChange={(event) => form.set({ family: event.target.value })}
            />
            {alike.length > 0 && (
              <Notice tone="soon">
                <p>{t('casework.new.alike')}</p>
                {alike.map((id) => (
                  <p key={id}>
                    <Link to="/cases/$case/$part" params={{ case: id, part: 'journey' }}>
                      {caseload.entries.find((entry) => entry.id === id)?.open?.codeName}
                    </Link>
                  </p>
                ))}
              </Notice>
            )}
            <Select
              id="other"
              label={t('casework.new.second')}
              hint={t('casework.new.secondHint')}
              value={other}
              onChange={(event) => form.set({ other: event.target.value })}
              options={[
                { value: '', label: t('casework.fact.choose') },
                ...coordinators.map(({ user }) => ({
                  value: user,
                  label: names.get(user) ?? t('casework.noName'),
                })),
              ]}
            />
            {coordinators.length === 0 && <Notice tone="soon">{t('casework.new.noSecond')}</Notice>}
            <div>
              <Button kind="main" type="submit" busy={act.busy && t('casework.new.sealing')}>
                {t('casework.new.open')}
              </Button>
            </div>
          </Stack>
        </Card>
      </form>
    </Page>
  );
}

function personOf(given: string, family: string): SealedContent<'person'> {
  const clean = (text: string): string | null => text.normalize('NFC').trim() || null;
  return { ...emptyPerson, names: [{ given: clean(given), family: clean(family), script: 'Latn', use: 'legal' }] };
}
