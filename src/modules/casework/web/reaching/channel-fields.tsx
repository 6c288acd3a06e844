import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Check, Choice, Field, Select } from '#platform/web/ui';
import type { TypedRow } from '../shared/typed-rows.ts';
import { channelKinds, safeties, type blankChannel } from './reach-values.ts';
import styles from './reaching.module.css';

type TypedChannel = TypedRow<keyof typeof blankChannel>;

/** One way in the plan. A number that was saved stays hidden; another can be written in its place. */
export function ChannelFields({
  at,
  row,
  onChange,
  onRemove,
}: {
  readonly at: number;
  readonly row: TypedChannel;
  readonly onChange: (changed: Partial<TypedChannel>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useLanguage();
  const [writing, setWriting] = useState(row.id === '' || row.reach !== '');
  const count = at + 1;
  return (
    <div role="group" aria-label={t('casework.reach.way', { count })} className={styles['row']}>
      <Select
        label={t('casework.reach.how')}
        value={row.kind}
        onChange={(event) => onChange({ kind: event.target.value })}
        options={channelKinds.map((value) => ({ value, label: t(`casework.channel.${value}`) }))}
      />
      {writing ? (
        <Field
          label={t('casework.reach.where')}
          dir="auto"
          name={`channels.${at}`}
          maxLength={200}
          autoComplete="off"
          value={row.reach}
          onChange={(event) => onChange({ reach: event.target.value })}
        />
      ) : (
        <p>
          {t('casework.reach.kept')}{' '}
          <Button kind="quiet" onClick={() => setWriting(true)}>
            {t('casework.reach.writeAnother')}
          </Button>
        </p>
      )}
      <Choice
        legend={t('casework.reach.isSafe')}
        name={`reach-safe-${at}`}
        inline
        value={row.safe}
        onChange={(safe) => onChange({ safe })}
        options={safeties.map((value) => ({ value, label: t(`casework.reach.safe.${value}`) }))}
      />
      <Check
        label={t('casework.reach.message')}
        checked={row.voicemail === 'yes'}
        onChange={(checked) => onChange({ voicemail: checked ? 'yes' : '' })}
      />
      <div>
        <Button kind="quiet" onClick={onRemove}>
          {t('casework.reach.removeWay')}
          <span className="visually-hidden"> {count}</span>
        </Button>
      </div>
    </div>
  );
}
