import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { SpaceId } from '#platform/base';
import { isRunning } from '#modules/casework';
import {
  addEntry,
  attemptReasons,
  clockTime,
  contactKinds,
  logContact,
  type OpenedCase,
  recordsOf,
} from '#modules/casework/client';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Choice, Field, Notice, Page, Select, Skeleton, Stack, TextArea } from '#platform/web/ui';
import { PlanChanged } from '../reaching/plan-changed.tsx';
import { FormNotices } from '../shared/form-notices.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { useCase, useCaseload } from '../shared/use-caseload.ts';

const lengths = ['5', '15', '30', '60'] as const;

/** A contact in four taps: case, kind, how long, save. Words and next step are welcome, not demanded. */
export function LogContactScreen() {
  const { t } = useLanguage();
  const caseload = useCaseload();
  const [chosen, setChosen] = useState<string>(useLocation({ select: ({ hash }) => hash }));
  const running = caseload.entries.filter(({ open }) => open && isRunning(open.state.name));
  return (
    <Page title={t('casework.contact.log')} lead={t('casework.contact.lead')}>
      {caseload.at === 'opening' ? (
        <Skeleton label={t('casework.cases.opening', { done: caseload.done })} />
      ) : (
        <Stack>
          <Select
            label={t('casework.cases.case')}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            options={[
              { value: '', label: t('casework.fact.choose') },
              ...running
                .toSorted((left, right) => ((left.open?.codeName ?? '') < (right.open?.codeName ?? '') ? -1 : 1))
                .map(({ id, open }) => ({ value: id, label: open?.codeName ?? '' })),
            ]}
          />
          {chosen !== '' && <ContactOf key={chosen} id={chosen} />}
        </Stack>
      )}
    </Page>
  );
}

function ContactOf({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  // The value of a listed case is its id.
  const view = useCase(id as SpaceId);
  if (view.at === 'opening') return <Skeleton label={t('casework.case.opening')} />;
  if (view.at === 'refused') return <Notice tone="late">{caseRefusalMessage(t, view.refusal)}</Notice>;
  return (
    <ContactForm
      opened={view.opened}
      onDone={() => void navigate({ to: '/cases/$case/$part', params: { case: id, part: 'contact' } })}
    />
  );
}

/** The form itself, also used on the page of a case. */
export function ContactForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today, session } = useOpenWork();
  const parties = recordsOf(opened, 'party');
  const form = useCaseForm({ opened, form: 'contact', read: emptyContact });
  const { kind, minutes, other, reached, why, words, nextStep } = form.values;
  const [wrong, setWrong] = useState<readonly ('kind' | 'why')[]>([]);
  // Nobody was reached: what is kept is the try, and why it did not come to a talk.
  const isTry = reached === 'no' && other === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const chosen = contactKinds.find((name) => name === kind);
    const reason = attemptReasons.find((name) => name === why);
    setWrong([...(chosen ? [] : (['kind'] as const)), ...(isTry && !reason ? (['why'] as const) : [])]);
    if (!chosen || (isTry && !reason)) return;
    const at = clockTime(session.clock.now());
    const saved = await form.submit((own, current, typed, id) => {
      if (isTry && reason) {
        const attempt = { on: today, at, kind: chosen, why: reason, words: typed.words };
        return addEntry(own, current, 'attempt', attempt, id);
      }
      const contact = {
        on: today,
        at,
        minutes: Number(typed.minutes),
        kind: chosen,
        with: parties.find((party) => party.id === typed.other)?.id ?? ('person' as const),
        reached: typed.reached === 'yes',
        words: typed.words,
        nextStep: typed.nextStep.replaceAll('\n', ' '),
        audience: 'team' as const,
      };
      return logContact(own, current, contact, { id });
    });
    if (saved) onDone();
  };
  return (
    <form {...form.props} onSubmit={(event) => void submit(event)}>
      <Stack>
        <FormNotices form={form} />
        <PlanChanged opened={opened} />
        <Choice
          legend={t('casework.contact.kind')}
          name="kind"
          inline
          error={wrong.includes('kind') ? t('casework.contact.kindNeeded') : undefined}
          value={kind === '' ? null : kind}
          onChange={(chosen) => form.set({ kind: chosen })}
          options={contactKinds.map((value) => ({ value, label: t(`casework.contactKind.${value}`) }))}
        />
        {parties.length > 0 && (
          <Select
            label={t('casework.contact.with')}
            value={other}
            onChange={(event) => form.set({ other: event.target.value })}
            options={[
              { value: '', label: t('casework.contact.withPerson') },
              ...parties.map(({ id, content }) => ({
                value: id,
                label: `${content.name}, ${t(`casework.partyRole.${content.role}`)}`,
              })),
            ]}
          />
        )}
        <Choice
          legend={t('casework.contact.reached')}
          name="reached"
          inline
          value={reached}
          onChange={(chosen) => form.set({ reached: chosen })}
          options={[
            { value: 'yes', label: t('casework.yes') },
            { value: 'no', label: t('casework.no') },
          ]}
        />
        {isTry ? (
          <Choice
            legend={t('casework.contact.why')}
            name="why"
            inline
            error={wrong.includes('why') ? t('casework.contact.whyNeeded') : undefined}
            value={why === '' ? null : why}
            onChange={(chosen) => form.set({ why: chosen })}
            options={attemptReasons.map((value) => ({ value, label: t(`casework.attempt.${value}`) }))}
          />
        ) : (
          <Choice
            legend={t('casework.contact.long')}
            name="minutes"
            inline
            value={minutes}
            onChange={(chosen) => form.set({ minutes: chosen })}
            options={lengths.map((value) => ({ value, label: t('casework.minutes', { count: Number(value) }) }))}
          />
        )}
        <TextArea
          label={`${t('casework.contact.words')} (${t('casework.optional')})`}
          name="words"
          {...(isTry ? { maxLength: 2_000 } : {})}
          value={words}
          onChange={(event) => form.set({ words: event.target.value })}
        />
        {!isTry && (
          <Field
            label={`${t('casework.contact.next')} (${t('casework.optional')})`}
            dir="auto"
            name="nextStep"
            value={nextStep}
            onChange={(event) => form.set({ nextStep: event.target.value })}
          />
        )}
        <div>
          <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
            {t('casework.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function emptyContact() {
  return { kind: '', minutes: '15', other: '', reached: 'yes', why: '', words: '', nextStep: '' };
}
