import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { RouteOutput } from '#platform/base';
import { Card, Notice, Skeleton } from '#platform/web/ui';
import { learningRoutes } from '../../contract/learning-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import styles from './organise.module.css';

type Figures = RouteOutput<typeof learningRoutes.countLearners>;

/** How many people learned this year, by organisation; small numbers of partners are not shown. */
export function FiguresCard({ titleOf }: { readonly titleOf: (course: string) => string }) {
  const { t, formatNumber } = useLanguage();
  const { today } = useOpenWork();
  const year = Number(today.slice(0, 4));
  const { figures, refused } = useFigures(year);
  const shown = (number: number | null): string => (number === null ? t('learning.figures.few') : formatNumber(number));
  return (
    <Card title={t('learning.figures.title', { year: String(year) })}>
      {refused && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {figures === null && refused === null && <Skeleton label={t('learning.figures.title', { year: String(year) })} />}
      {figures?.figures.length === 0 && <p>{t('learning.figures.none')}</p>}
      {figures && figures.figures.length > 0 && (
        <>
          <p>
            {figures.finished === null
              ? t('learning.figures.hidden')
              : figures.finished === 0
                ? t('learning.figures.nobodyYet')
                : t('learning.figures.sentence', {
                    year: String(year),
                    people: figures.finished,
                    organisations: figures.organisations,
                  })}
          </p>
          <>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('learning.figures.organisation')}</th>
                  <th scope="col">{t('learning.figures.began')}</th>
                  <th scope="col">{t('learning.figures.finished')}</th>
                  <th scope="col">{t('learning.figures.runs')}</th>
                </tr>
              </thead>
              <tbody>
                {figures.figures.map(({ organisation, course, began, finished, completions }) => (
                  <tr key={`${organisation}/${course}`}>
                    <th scope="row">
                      <bdi>{organisation}</bdi> <span className={styles['small']}>{titleOf(course)}</span>
                    </th>
                    <td>{shown(began)}</td>
                    <td>{shown(finished)}</td>
                    <td>{shown(completions)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        </>
      )}
      <p className={styles['small']}>{t('learning.figures.how')}</p>
    </Card>
  );
}

function useFigures(year: number): { readonly figures: Figures | null; readonly refused: string | null } {
  const { work } = useWork();
  const [figures, setFigures] = useState<Figures | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const query = { year: String(year) };
    void work.api.call(learningRoutes.countLearners, { query }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setFigures(answer.value);
      else setRefused(answer.refusal.type);
    });
    return () => {
      wanted = false;
    };
  }, [work, year]);
  return { figures, refused };
}
