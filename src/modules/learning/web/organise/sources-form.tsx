import { useCallback, useEffect, useState } from 'react';
import { dayInAmsterdam, type RouteOutput } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp, useWork } from '#kernel/spaces/web';
import { Button, Field, Notice } from '#platform/web/ui';
import { sourceRoutes } from '../../contract/source-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { ListedOrganisation } from './listed-organisation.ts';
import styles from './organise.module.css';

type Source = RouteOutput<typeof sourceRoutes.listSources>['sources'][number];
type Made = RouteOutput<typeof sourceRoutes.connectSource>;

/** The learning systems of an organisation that may say what people learned there: connect one, see them, end one. */
export function SourcesForm({ organisation }: { readonly organisation: ListedOrganisation }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const { sources, made, refused, busy, connect, disconnect, stepUp } = useSources(organisation);
  const [name, setName] = useState('');
  const open = sources.filter(
    ({ revokedAt, until }) => revokedAt === null && (until === null || dayInAmsterdam(new Date(until)) >= today),
  );
  return (
    <>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          connect(name.trim(), () => setName(''));
        }}
      >
        <p>{t('learning.system.lead')}</p>
        {open.length > 0 && (
          <ul className={styles['plain']}>
            {open.map((source) => (
              <SourceRow key={source.key} source={source} onEnd={() => disconnect(source.key)} />
            ))}
          </ul>
        )}
        {made && <Secret made={made} />}
        <Field
          label={t('learning.system.name')}
          hint={t('learning.system.nameHint')}
          value={name}
          maxLength={80}
          dir="auto"
          onChange={(event) => setName(event.target.value)}
        />
        {refused && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <p>
          <Button type="submit" busy={busy && t('learning.organise.saving')}>
            {t('learning.system.connect')}
          </Button>
        </p>
      </form>
      <StepUp {...stepUp} what={t('learning.system.stepUp', { organisation: organisation.name })} />
    </>
  );
}

function useSources(organisation: ListedOrganisation) {
  const { work } = useWork();
  const stepUp = useStepUp();
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [made, setMade] = useState<Made | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [loads, setLoads] = useState(0);
  const reload = useCallback(() => setLoads((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    void work.api.call(sourceRoutes.listSources, {}).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setSources(answer.value.sources.filter((one) => one.organisation === organisation.id));
      else setRefused(answer.refusal.type);
    });
    return () => {
      wanted = false;
    };
  }, [work, loads, organisation.id]);
  const connect = (name: string, onMade: () => void): void => {
    if (name === '') return setRefused('SystemNameMissing');
    stepUp.with(async () => {
      setBusy(true);
      const params = { organisation: organisation.id };
      const answer = await work.api.call(sourceRoutes.connectSource, { params, input: { name } });
      setBusy(false);
      setRefused(answer.ok ? null : answer.refusal.type);
      if (!answer.ok) return;
      setMade(answer.value);
      onMade();
      reload();
    });
  };
  const disconnect = (key: string): void =>
    stepUp.with(async () => {
      const answer = await work.api.call(sourceRoutes.disconnectSource, { params: { key } });
      setRefused(answer.ok ? null : answer.refusal.type);
      if (made?.key === key) setMade(null);
      reload();
    });
  return { sources, made, refused, busy, connect, disconnect, stepUp };
}

function SourceRow({ source, onEnd }: { readonly source: Source; readonly onEnd: () => void }) {
  const { t, formatDay } = useLanguage();
  const [asking, setAsking] = useState(false);
  const until = source.until === null ? null : formatDay(dayInAmsterdam(new Date(source.until)));
  return (
    <li className={styles['row']}>
      <span>
        <bdi>{source.name}</bdi>{' '}
        <span className={styles['small']}>
          {until === null ? source.key : t('learning.system.until', { key: source.key, day: until })}
        </span>
      </span>
      {asking ? (
        <span>
          <Button onClick={onEnd}>{t('learning.system.endYes', { name: source.name })}</Button>{' '}
          <Button onClick={() => setAsking(false)}>{t('learning.training.leave')}</Button>
        </span>
      ) : (
        <Button onClick={() => setAsking(true)} aria-label={t('learning.system.endOne', { name: source.name })}>
          {t('learning.system.end')}
        </Button>
      )}
    </li>
  );
}

/** What the other system needs, shown this once. */
function Secret({ made }: { readonly made: Made }) {
  const { t } = useLanguage();
  return (
    <Notice>
      <p>{t('learning.system.once')}</p>
      <dl className={styles['secret']}>
        <dt>{t('learning.system.address')}</dt>
        <dd>
          <code>{`${location.origin}/xapi`}</code>
        </dd>
        <dt>{t('learning.system.key')}</dt>
        <dd>
          <code>{made.key}</code>
        </dd>
        <dt>{t('learning.system.secret')}</dt>
        <dd>
          <code>{made.secret}</code>
        </dd>
      </dl>
    </Notice>
  );
}
