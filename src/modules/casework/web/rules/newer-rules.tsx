import { useMemo, useState, type FormEvent } from 'react';
import { releasedPacks, titleOfPack } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { casePolicy } from '#modules/casework';
import {
  compareMove,
  createProcedures,
  movePacks,
  newerPacks,
  packsOf,
  recordOf,
  recordsOf,
  type JourneyRecord,
  type OpenedCase,
  type PackVersion,
} from '#modules/casework/client';
import { Button, Card, Disclosure, Notice, Rows, Stack, TextArea } from '#platform/web/ui';
import { DifferenceList } from '../shared/difference-list.tsx';
import { FormNotices } from '../shared/form-notices.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseForm } from '../shared/use-case-form.ts';

/** That newer rules are there, what they would change for this case, and moving to them; and the moves of before. */
export function NewerRules({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const [looking, setLooking] = useState(false);
  const journey = recordOf(opened, 'journey');
  const to = journey && newerPacks(journey.content.packs);
  const mayMove = casePolicy.may('case.facts', { roles, relation: opened.relation, stepUpFresh: false }).ok;
  return (
    <>
      {journey && to && (
        <Card title={t('casework.rules.title')}>
          <Stack>
            <p>{t('casework.rules.lead')}</p>
            <VersionLine from={journey.content.packs} to={to} />
            {!looking && (
              <div>
                <Button onClick={() => setLooking(true)}>{t('casework.rules.look')}</Button>
              </div>
            )}
            {looking && <Changes journey={journey.content} to={to} />}
            {looking && mayMove && <MoveForm opened={opened} to={to} seen={journey.version} />}
            {looking && !mayMove && <p>{t('casework.rules.notYours')}</p>}
          </Stack>
        </Card>
      )}
      <MovesBefore opened={opened} />
    </>
  );
}

/** The versions that differ, once each: packs of a country are mostly released together. */
function VersionLine({ from, to }: { readonly from: readonly PackVersion[]; readonly to: readonly PackVersion[] }) {
  const { t, language } = useLanguage();
  const changed = from.filter(({ version }, at) => to[at]?.version !== version);
  const newer = to.filter(({ version }, at) => from[at]?.version !== version);
  const titles = (packsOf(newer) ?? []).flatMap((pack) => titleOfPack(pack, language) ?? []);
  return (
    <>
      <p>{t('casework.rules.fromTo', { from: versionsOf(changed), to: versionsOf(newer) })}</p>
      {titles.length > 0 && <p>{t('casework.rules.about', { packs: titles.join(' · ') })}</p>}
    </>
  );
}

function versionsOf(packs: readonly PackVersion[]): string {
  return [...new Set(packs.map(({ version }) => version))].join(', ');
}

function Changes({ journey, to }: { readonly journey: JourneyRecord; readonly to: readonly PackVersion[] }) {
  const { t, language } = useLanguage();
  const { today } = useOpenWork();
  const compared = useMemo(
    () => compareMove({ journey, to, on: today, language }, releasedPacks),
    [journey, to, today, language],
  );
  if (!compared.ok)
    return <Notice tone="late">{t('casework.rules.cannot', { why: caseRefusalMessage(t, compared.refusal) })}</Notice>;
  const { before, after, differences } = compared.value;
  const dates = differences.filter(({ what }) => what === 'date').length;
  const packsBefore = packsOf(journey.packs) ?? [];
  const packsAfter = packsOf(to) ?? [];
  return (
    <section>
      <h3>{t('casework.rules.changes')}</h3>
      {differences.length === 0 && <p>{t('casework.rules.noChange')}</p>}
      <DifferenceList differences={differences} compared={{ before, after, packsBefore, packsAfter }} />
      <p>{t('casework.rules.datesStay', { count: Math.max(0, after.deadlines.length - dates) })}</p>
    </section>
  );
}

function MoveForm({
  opened,
  to,
  seen,
}: {
  readonly opened: OpenedCase;
  readonly to: readonly PackVersion[];
  readonly seen: number;
}) {
  const { t, language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const form = useCaseForm({ opened, form: 'move', read: noReason });
  const missing = asked && form.values.reason.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (form.values.reason.trim() === '') return;
    await form.submit((session, current, { reason }, id) =>
      movePacks(session, createProcedures(language), current, { id, to: [...to], reason: reason.trim(), seen }),
    );
  };
  return (
    <form {...form.props} onSubmit={(event) => void submit(event)}>
      <Stack>
        <FormNotices form={form} />
        <TextArea
          label={t('casework.rules.reason')}
          hint={t('casework.rules.reasonHint')}
          error={missing && t('casework.rules.reasonNeeded')}
          name="reason"
          rows={2}
          maxLength={1_000}
          value={form.values.reason}
          onChange={(event) => form.set({ reason: event.target.value })}
        />
        <div>
          <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
            {t('casework.rules.move')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function noReason(): { reason: string } {
  return { reason: '' };
}

function MovesBefore({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatDay } = useLanguage();
  const { names } = useOpenWork();
  const moves = recordsOf(opened, 'move').toReversed();
  if (moves.length === 0) return null;
  return (
    <Disclosure summary={t('casework.rules.history')}>
      <Rows>
        {moves.map(({ id, author, content: { on, from, to, reason } }) => (
          <li key={id}>
            {t('casework.rules.moved', {
              day: formatDay(on),
              name: names.get(author) ?? t('casework.noName'),
              from: versionsOf(from),
              to: versionsOf(to),
              reason,
            })}
          </li>
        ))}
      </Rows>
    </Disclosure>
  );
}
