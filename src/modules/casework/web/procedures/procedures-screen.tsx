import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import {
  compareVersions,
  describePack,
  releasedPacks,
  titleOfPack,
  type Pack,
  type PackDocument,
} from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { Card, Disclosure, Page, Rows } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import styles from './procedures.module.css';
import { SignOffMark } from './sign-off-mark.tsx';
import { SureMark } from './sure-mark.tsx';

/** Every procedure pack of this Baken, by country: version, how sure its rules are, and the way into it. */
export function ProceduresScreen() {
  const { t, language } = useLanguage();
  const countries = [...new Set(releasedPacks.map(({ country }) => country))];
  const nameOf = new Intl.DisplayNames([language === 'en' ? 'en-GB' : language], { type: 'region' });
  return (
    <Page title={t('casework.procedures.title')} lead={t('casework.procedures.lead')}>
      {countries.map((country) => (
        <Card
          key={country}
          title={t('casework.procedures.country', { country: nameOf.of(country.toUpperCase()) ?? country })}
        >
          <Rows>
            {newestFirst(country).map((versions) => (
              <PackRow key={versions[0]?.id} versions={versions} />
            ))}
          </Rows>
        </Card>
      ))}
    </Page>
  );
}

/** The packs of a country, each with its versions, the newest first. */
function newestFirst(country: string): readonly (readonly Pack[])[] {
  const own = releasedPacks.filter((pack) => pack.country === country);
  return [...new Set(own.map(({ id }) => id))].map((id) =>
    own.filter((pack) => pack.id === id).toSorted((left, right) => compareVersions(right.version, left.version)),
  );
}

function PackRow({ versions }: { readonly versions: readonly Pack[] }) {
  const { t, language, formatDay } = useLanguage();
  const [pack, ...earlier] = versions;
  const document = useMemo(() => (pack ? describePack(pack, language) : null), [pack, language]);
  if (!pack || !document) return null;
  const params = { pack: pack.id, version: pack.version };
  return (
    <li className={styles['packRow']}>
      <div>
        <Link className={styles['packLink']} to="/procedures/$pack/$version" params={params}>
          {titleOf(pack, document, language)}
        </Link>{' '}
        <span className={styles['code']}>{pack.id}</span>
      </div>
      <p className={styles['small']}>
        {t('casework.procedures.version', { version: pack.version, day: formatDay(engineDay(pack.validFrom)) })}
      </p>
      <div>
        <SignOffMark pack={pack} />
      </div>
      <SureCounts document={document} />
      {earlier.length > 0 && (
        <Disclosure quiet summary={t('casework.procedures.earlier')}>
          <ul>
            {earlier.map(({ id, version }) => (
              <li key={version}>
                <Link to="/procedures/$pack/$version" params={{ pack: id, version }}>
                  {t('casework.procedures.earlierVersion', { version })}
                </Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

/** The name of a pack in words; where a version has none, its tracks say what it is about. */
function titleOf(pack: Pack, { chapters }: PackDocument, language: string): string {
  const title = titleOfPack(pack, language);
  if (title !== null) return title;
  return chapters
    .filter(({ track }) => track !== null)
    .map(({ title }) => title)
    .join(' · ');
}

function SureCounts({ document }: { readonly document: PackDocument }) {
  const { t } = useLanguage();
  const { A, B, C, GK } = document.counts;
  return (
    <div className={styles['counts']}>
      <span>{t('casework.procedures.fromOfficial', { count: A + B })}</span>
      {C > 0 && <SureMark sure="C">{t('casework.procedures.secondary', { count: C })}</SureMark>}
      {GK > 0 ? (
        <SureMark sure="GK">{t('casework.procedures.unverified', { count: GK })}</SureMark>
      ) : (
        <span>{t('casework.procedures.allVerified')}</span>
      )}
    </div>
  );
}
