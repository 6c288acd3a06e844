import { useState, type FormEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { saveLetterhead, type Letterhead, type SeenVersion, type Stationery } from '#modules/casework/client';
import { Button, Card, Field, Notice, TextArea } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { NewerVersion } from './newer-version.tsx';
import styles from './stationery.module.css';
import { useStationeryAct } from './stationery-store.ts';

/** Who sends the letters and to whom. */
export function LetterheadCard({
  stationery,
  mayChange,
}: {
  readonly stationery: Stationery;
  readonly mayChange: boolean;
}) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState(false);
  const { organisation, recipient } = stationery.letterhead;
  const blank = organisation.name === '' && recipient.name === '';
  return (
    <Card title={t('casework.letterhead.title')}>
      {editing ? (
        <LetterheadForm stationery={stationery} onDone={() => setEditing(false)} />
      ) : (
        <div className={styles['form']}>
          {blank ? (
            <p>{t('casework.letterhead.none')}</p>
          ) : (
            <div className={styles['heads']}>
              <Lines title={t('casework.letterhead.sender')} lines={linesOf(organisation)} />
              <Lines title={t('casework.letterhead.recipient')} lines={linesOf(recipient)} />
            </div>
          )}
          {mayChange && (
            <div>
              <Button onClick={() => setEditing(true)}>{t('casework.letterhead.change')}</Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {lines.map((words) => (
        <p key={words} dir="auto">
          {words}
        </p>
      ))}
    </div>
  );
}

function linesOf(who: Letterhead['recipient'] & Partial<Letterhead['organisation']>): readonly string[] {
  const { name, lines, town, phone = '', email = '' } = who;
  return [name, ...lines, town, phone, email].filter((words) => words !== '');
}

function LetterheadForm({ stationery, onDone }: { readonly stationery: Stationery; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const act = useStationeryAct();
  const { letterhead, letterheadItem } = stationery;
  const [seen] = useState(letterheadItem);
  const newer = letterheadItem && letterheadItem.version > (seen?.version ?? 0) ? letterheadItem : null;
  const [organisation, setOrganisation] = useState(() => typed(letterhead.organisation));
  const [recipient, setRecipient] = useState(() => typed(letterhead.recipient));
  const mine: Letterhead = {
    ...letterhead,
    organisation: { ...written(organisation), phone: clean(organisation.phone), email: clean(organisation.email) },
    recipient: written(recipient),
  };
  const save = async (over: SeenVersion | null): Promise<void> => {
    if (await act.run((session) => saveLetterhead(session, stationery, mine, over))) onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(seen);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <p>{t('casework.letterhead.lead')}</p>
      <fieldset className={styles['group']}>
        <legend>{t('casework.letterhead.sender')}</legend>
        <WhoFields who={organisation} onChange={setOrganisation} />
        <Field
          label={t('casework.letterhead.phone')}
          value={organisation.phone}
          onChange={(event) => setOrganisation({ ...organisation, phone: event.target.value })}
        />
        <Field
          label={t('casework.letterhead.email')}
          value={organisation.email}
          onChange={(event) => setOrganisation({ ...organisation, email: event.target.value })}
        />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('casework.letterhead.recipient')}</legend>
        <WhoFields who={recipient} onChange={setRecipient} />
      </fieldset>
      {newer && (
        <NewerVersion
          item={newer}
          theirs={<HeadLines letterhead={newer.content} />}
          mine={<HeadLines letterhead={mine} />}
          onMine={() => void save(newer)}
          onTheirs={onDone}
        />
      )}
      {act.refusal && !newer && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        {!newer && (
          <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
            {t('casework.save')}
          </Button>
        )}
        <Button onClick={onDone}>{t('casework.cancel')}</Button>
      </div>
    </form>
  );
}

function HeadLines({ letterhead: { organisation, recipient } }: { readonly letterhead: Letterhead }) {
  const { t } = useLanguage();
  return (
    <div>
      <p>
        {t('casework.letterhead.sender')}: <span dir="auto">{linesOf(organisation).join(', ')}</span>
      </p>
      <p>
        {t('casework.letterhead.recipient')}: <span dir="auto">{linesOf(recipient).join(', ')}</span>
      </p>
    </div>
  );
}

interface TypedWho {
  readonly name: string;
  readonly lines: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
}

function WhoFields({ who, onChange }: { readonly who: TypedWho; readonly onChange: (who: TypedWho) => void }) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        label={t('casework.letterhead.name')}
        dir="auto"
        value={who.name}
        onChange={(event) => onChange({ ...who, name: event.target.value })}
      />
      <TextArea
        label={t('casework.letterhead.lines')}
        rows={3}
        value={who.lines}
        onChange={(event) => onChange({ ...who, lines: event.target.value })}
      />
      <Field
        label={t('casework.letterhead.town')}
        dir="auto"
        value={who.town}
        onChange={(event) => onChange({ ...who, town: event.target.value })}
      />
    </>
  );
}

function typed(who: Letterhead['recipient'] & Partial<Letterhead['organisation']>): TypedWho {
  const { name, lines, town, phone = '', email = '' } = who;
  return { name, lines: lines.join('\n'), town, phone, email };
}

const clean = (text: string): string => text.normalize('NFC').trim();

function written({ name, lines, town }: TypedWho): Letterhead['recipient'] {
  const kept = lines.split('\n').map(clean);
  return { name: clean(name), lines: kept.filter((words) => words !== '').slice(0, 8), town: clean(town) };
}
