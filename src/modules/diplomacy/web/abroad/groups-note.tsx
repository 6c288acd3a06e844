import { useLanguage } from '#kernel/languages/web';
import { Disclosure, Rows } from '#platform/web/ui';
import { addGroups } from '../../model/open/abroad/add-groups.ts';
import { publicLibrary, type LibrarySeries } from '../../model/open/abroad/library/public-library.ts';
import type { PublicSeries } from '../../model/open/abroad/public-series.ts';

/** Topics whose groups are parts of one whole; others only stand beside each other. */
const topicsOfParts: readonly string[] = ['exploitation'];

/** What the groups of a topic make together, year by year, or why they are not added up. */
export function GroupsNote({ series, revision }: { readonly series: LibrarySeries; readonly revision: number }) {
  const { t, formatNumber } = useLanguage();
  if (!topicsOfParts.includes(series.topic)) return null;
  const years = series.figures.map(({ period }) => period.from);
  return (
    <Disclosure summary={t('diplomacy.abroad.groups')}>
      <Rows>
        {years.map((year) => {
          const sum = addGroups(groupsOf(series.topic, year), year, revision);
          return (
            <li key={year}>
              {sum.ok
                ? t('diplomacy.abroad.groups.sum', { year: String(year), sum: formatNumber(sum.value) })
                : t(`diplomacy.abroad.groups.${sum.refusal.type}`, { year: String(year) })}
            </li>
          );
        })}
      </Rows>
    </Disclosure>
  );
}

function groupsOf(topic: string, year: number): readonly PublicSeries[] {
  return publicLibrary.filter(
    (one: PublicSeries) => one.topic === topic && one.figures.some(({ period }) => period.from === year),
  );
}
