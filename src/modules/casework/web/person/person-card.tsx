import { useState } from 'react';
import { formatPartDate } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { displayName, recordOf, toldValue, type OpenedCase, type Person, type Told } from '#modules/casework/client';
import { Button, Card, EmptyState, SealedText, StateMark } from '#platform/web/ui';
import { useShownFor } from '../reaching/use-shown-for.ts';
import { nameOfLanguage } from '../shared/languages-spoken.ts';
import styles from '../shared/form.module.css';

/** What the person told of themselves; what was not told says why. Numbers and secret addresses are covered. */
export function PersonCard({ opened, onEdit }: { readonly opened: OpenedCase; readonly onEdit: () => void }) {
  const { t } = useLanguage();
  const person = recordOf(opened, 'person')?.content;
  if (!person) {
    return (
      <Card title={t('casework.person.title')}>
        <EmptyState>
          <p>{t('casework.person.none')}</p>
          <Button kind="main" onClick={onEdit}>
            {t('casework.person.fill')}
          </Button>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t('casework.person.title')} beside={<StateMark kind="sealed">{t('casework.sealed')}</StateMark>}>
      <div className={styles['form']}>
        <SealedText label={t('casework.person.sealed')}>
          <PersonFacts person={person} />
        </SealedText>
        <div className={styles['actions']}>
          <Button onClick={onEdit}>{t('casework.change')}</Button>
        </div>
      </div>
    </Card>
  );
}

function PersonFacts({ person }: { readonly person: Person }) {
  const { t, language } = useLanguage();
  const notAsked = t('casework.notTold.not-asked');
  function say<Value>(answer: Told<Value>, show: (value: Value) => string): string {
    const value = toldValue(answer);
    if (value !== null) return show(value);
    return 'notTold' in answer ? t(`casework.notTold.${answer.notTold}`) : '';
  }
  const yesNo = (value: boolean): string => t(value ? 'casework.yes' : 'casework.no');
  const itself = (value: string): string => value;
  return (
    <dl className={styles['facts']}>
      <dt>{t('casework.person.name')}</dt>
      <dd>
        <Names person={person} />
      </dd>
      <dt>{t('casework.person.called')}</dt>
      <dd dir="auto">{person.calledName ?? notAsked}</dd>
      <dt>{t('casework.person.birth')}</dt>
      <dd>
        {say(
          person.birth,
          ({ date, basis }) => `${formatPartDate(date, language)} (${t(`casework.birthBasis.${basis}`)})`,
        )}
      </dd>
      <dt>{t('casework.person.gender')}</dt>
      <dd>{say(person.gender, (gender) => t(`casework.gender.${gender}`))}</dd>
      <dt>{t('casework.person.nationality')}</dt>
      <dd dir="auto">{say(person.nationalities, (list) => list.join(', '))}</dd>
      <dt>{t('casework.person.stateless')}</dt>
      <dd>{say(person.stateless, yesNo)}</dd>
      <dt>{t('casework.person.languages')}</dt>
      <dd>
        {person.languages.length === 0 && notAsked}
        {person.languages.map((spoken) => (
          <div key={spoken.language}>
            {nameOfLanguage(spoken.language, language)}, {t(`casework.level.${spoken.level}`)},{' '}
            {t(spoken.reads ? 'casework.person.readsIt' : 'casework.person.readsNot')}
          </div>
        ))}
      </dd>
      <dt>{t('casework.person.interpreter')}</dt>
      <dd dir="auto">{say(person.interpreterWishes, itself)}</dd>
      <dt>{t('casework.person.numbers')}</dt>
      <dd>{person.numbers.length === 0 ? notAsked : <Numbers person={person} />}</dd>
      <dt>{t('casework.person.addresses')}</dt>
      <dd>
        {person.addresses.length === 0 && notAsked}
        {person.addresses.map((address, at) => (
          <Address key={at} address={address} />
        ))}
      </dd>
      <dt>{t('casework.person.guardian')}</dt>
      <dd dir="auto">{say(person.guardian, itself)}</dd>
      <dt>{t('casework.person.needs')}</dt>
      <dd dir="auto">{say(person.needs, itself)}</dd>
    </dl>
  );
}

function Names({ person }: { readonly person: Person }) {
  const { t } = useLanguage();
  if (person.names.length === 0) return <bdi>{displayName(person)}</bdi>;
  return person.names.map((name, at) => (
    <div key={at}>
      <bdi>{[name.given, name.family].filter(Boolean).join(' ')}</bdi>
      {(name.use !== 'legal' || person.names.length > 1) && (
        <span className={styles['muted']}> ({t(`casework.nameUse.${name.use}`)})</span>
      )}
    </div>
  ));
}

function Numbers({ person }: { readonly person: Person }) {
  const { t } = useLanguage();
  const [shown, setShown] = useState(false);
  return (
    <>
      {person.numbers.map(({ kind, number }, at) => (
        <div key={at}>
          {t(`casework.number.${kind}`)}: <bdi>{shown ? number : `••••${number.slice(-2)}`}</bdi>
        </div>
      ))}
      <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'casework.person.hide' : 'casework.person.show')}
      </Button>
    </>
  );
}

/** An address; a secret one is not in the page before it is asked for, and covers itself again. */
function Address({ address }: { readonly address: Person['addresses'][number] }) {
  const { t, language } = useLanguage();
  const { shown, show, hide } = useShownFor();
  const { words, from, to, secret } = address;
  const when =
    from || to
      ? ` (${from ? formatPartDate(from, language) : '…'} – ${to ? formatPartDate(to, language) : t('casework.person.now')})`
      : '';
  return (
    <div>
      {secret && !shown ? t('casework.person.secretAddress') : <bdi>{words}</bdi>}
      <span className={styles['muted']}>{when}</span>{' '}
      {secret && (
        <Button kind="quiet" aria-pressed={shown} onClick={shown ? hide : show}>
          {t(shown ? 'casework.person.hideAddress' : 'casework.person.showAddress')}
        </Button>
      )}
    </div>
  );
}
