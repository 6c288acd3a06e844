import { useLanguage } from '#kernel/languages/web';
import styles from '../organise/organise.module.css';
import figureStyles from './figures.module.css';
import type { CourseOfFigures } from './use-figures.ts';

/** Which organisations are not, or not only, counted by our own player, and why nobody of them is counted twice. */
export function RoutesNote({ course: { routes } }: { readonly course: CourseOfFigures }) {
  const { t, formatDay } = useLanguage();
  if (routes.length === 0) return null;
  return (
    <>
      <h3 className={figureStyles['part']}>{t('learning.route.title')}</h3>
      <ul className={`${styles['small'] ?? ''} ${figureStyles['routes'] ?? ''}`}>
        {routes.map(({ name, routes: chosen }) => (
          <li key={name}>
            <bdi>{name}</bdi>:{' '}
            {chosen
              .map(({ route, chosenOn }) =>
                chosenOn === null
                  ? t(`learning.route.${route}`)
                  : t('learning.route.since', { route: t(`learning.route.${route}`), day: formatDay(chosenOn) }),
              )
              .join('; ')}
            . {chosen.every(({ route }) => route !== 'player') && t('learning.route.noPlayer')}
            {chosen.map(
              ({ route, beside }) =>
                beside !== null && (
                  <q key={route} dir="auto">
                    {beside}
                  </q>
                ),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
