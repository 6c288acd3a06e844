import { useMemo } from 'react';
import { mapStages, type Pack, type PackChapter, type PackSection } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { PackTableView } from './pack-table-view.tsx';
import styles from './procedures.module.css';
import { RuleLinks, RuleView, Sentences, type PackName } from './rule-view.tsx';
import { StageMapView } from './stage-map-view.tsx';

/** A chapter of a pack; that of a track begins with its map. */
export function ChapterView({ chapter, pack }: { readonly chapter: PackChapter; readonly pack: Pack }) {
  const { language } = useLanguage();
  const map = useMemo(
    () => (chapter.track === null ? null : mapStages(pack, chapter.track, language)),
    [chapter, pack, language],
  );
  const name = { pack: pack.id, version: pack.version };
  return (
    <section className={styles['chapter']} aria-labelledby={`${chapter.anchor}-chapter`}>
      <h2 id={`${chapter.anchor}-chapter`} tabIndex={-1}>
        {chapter.title}
      </h2>
      <Sentences sentences={chapter.intro} />
      {map && <StageMapView map={map} />}
      {chapter.sections.map((section) => (
        <SectionView key={section.anchor} section={section} name={name} />
      ))}
    </section>
  );
}

function SectionView({ section, name }: { readonly section: PackSection; readonly name: PackName }) {
  const { title, anchor, code, intro, links, tables, rules } = section;
  return (
    <div className={styles['section']}>
      {title !== '' && (
        <h3 id={anchor} tabIndex={-1}>
          {title}
          {code !== null && <span className={styles['code']}> {code}</span>}
        </h3>
      )}
      <Sentences sentences={intro} />
      {links.length > 0 && <RuleLinks links={links} name={name} />}
      {tables.map((table) => (
        <PackTableView key={table.caption} table={table} above={title} />
      ))}
      {rules.map((rule) => (
        <RuleView key={rule.anchor} rule={rule} name={name} level={title === '' ? 'h3' : 'h4'} />
      ))}
    </div>
  );
}
