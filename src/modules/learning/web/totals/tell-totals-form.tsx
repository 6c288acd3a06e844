import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Choice, Field, Notice, TextArea } from '#platform/web/ui';
import { totalRoutes } from '../../contract/total-routes.ts';
import type { TotalId } from '../../model/open/count/learning-ids.ts';
import { readTotalsFile, type TotalLine } from '../../model/open/count/read-totals-file.ts';
import { totalBases } from '../../model/open/count/release-totals.ts';
import type { FigureWords } from '../figures/figures-table.ts';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { firstGroup, GroupFields, type GroupFormProps } from './group-fields.tsx';
import { TotalFields } from './total-fields.tsx';
import { basisOf, fromTotalValues, noTotal, type TotalValues } from './total-values.ts';

/** Takes sums that an organisation told: typed, or out of a file with a line for each span of months. */
export function TellTotalsForm({
  year,
  organisations,
  titleOf,
  words,
  onDone,
  onLeave,
}: GroupFormProps & { readonly words: FigureWords }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const change = useChange(onDone);
  const [group, setGroup] = useState(() => firstGroup(organisations));
  const [values, setValues] = useState<TotalValues>(noTotal);
  const [file, setFile] = useState<readonly TotalLine[] | null>(null);
  const [badLine, setBadLine] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const set = (changed: Partial<TotalValues>): void => setValues((before) => ({ ...before, ...changed }));
  const send = (): void => {
    const typed = file === null ? fromTotalValues(values) : null;
    if (typeof typed === 'string') return change.setRefused(typed);
    const [basis, lines] = [basisOf(values.basis), typed === null ? (file ?? []) : [typed]];
    const organisation = organisations.find(({ id }) => id === group.organisation)?.id;
    if (basis === null || organisation === undefined || badLine !== null || lines.length === 0)
      return change.setRefused(badLine !== null || lines.length === 0 ? 'FileUnread' : 'ChoiceMissing');
    const beside = reason.trim() === '' ? null : reason.trim();
    if (beside !== null && beside.length < 10) return change.setRefused('ReasonShort');
    const totals = lines.map((line) => ({ id: createId<TotalId>(work.parts.randomBytes), ...line, basis }));
    const means = file === null ? ('typed' as const) : ('file' as const);
    void change.run(() =>
      work.api.call(totalRoutes.tellTotals, {
        params: { organisation },
        input: { course: group.course, year, means, beside, totals },
      }),
    );
  };
  const read = async (chosen: File | undefined): Promise<void> => {
    setBadLine(null);
    if (chosen === undefined) return setFile(null);
    const found = readTotalsFile(await chosen.text());
    setFile(found.ok ? found.lines : []);
    setBadLine(found.ok ? null : found.line);
  };
  return (
    <TrainingForm
      title={t('learning.totals.tell')}
      lead={t('learning.totals.tellLead')}
      change={change}
      onSend={send}
      onLeave={onLeave}
    >
      <GroupFields organisations={organisations} titleOf={titleOf} group={group} onChange={setGroup} />
      {file === null && <TotalFields values={values} set={set} words={words} />}
      <Field
        label={t('learning.totals.file')}
        hint={t('learning.totals.fileHint')}
        error={badLine === null ? null : t('learning.totals.badLine', { line: badLine })}
        type="file"
        accept=".csv,text/csv,text/plain"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {file !== null && badLine === null && (
        <Notice>
          {t('learning.totals.read', {
            lines: file.length,
            people: file.reduce((sum, { people }) => sum + people, 0),
          })}
        </Notice>
      )}
      <Choice
        legend={t('learning.totals.basis')}
        name="basis"
        options={totalBases.map((value) => ({ value, label: t(`learning.totals.basis.${value}`) }))}
        value={values.basis}
        onChange={(basis) => set({ basis })}
      />
      {(change.refused === 'RouteTaken' || change.refused === 'ReasonShort' || reason !== '') && (
        <TextArea
          label={t('learning.totals.beside')}
          hint={t('learning.totals.besideHint')}
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </TrainingForm>
  );
}
