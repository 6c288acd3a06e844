import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { isCourseError, type CourseFinding } from '../../model/open/source/course-finding.ts';
import { elementAt, placeOfFinding } from './place-of-finding.ts';
import { useSitting } from './sitting.ts';
import styles from './edit.module.css';

/** What was found, each in a sentence. */
export function FindingList({ findings }: { readonly findings: readonly CourseFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles['findings']}>
      {findings.map((finding, at) => (
        <li key={at}>
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  );
}

/** What was found, each with the way to where it is mended. */
export function LinkedFindings({ findings }: { readonly findings: readonly CourseFinding[] }) {
  return (
    <ul className={styles['findings']}>
      {findings.map((finding, at) => (
        <li key={at}>
          <FindingLink finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function FindingWords({ finding: { code, about } }: { readonly finding: CourseFinding }) {
  const { t } = useLanguage();
  const level = t(isCourseError({ code }) ? 'learning.edit.error' : 'learning.edit.warning');
  return (
    <>
      <strong>{level}</strong> {t(`learning.finding.${code}`)}
      {about !== undefined && (
        <>
          {' '}
          <bdi>({about})</bdi>
        </>
      )}
    </>
  );
}

function FindingLink({ finding }: { readonly finding: CourseFinding }) {
  const { t } = useLanguage();
  const { id, draft, showBeside, want } = useSitting();
  const { source } = draft;
  const place = placeOfFinding(source, finding);
  const { part, scene, block, text } = place;
  const title = scene === null ? null : source.texts.get(source.course.languages.source)?.[`${scene}.title`];
  const where = [t(`learning.edit.part.${part}`), title ?? scene, block, text?.language].filter(
    (one) => one !== null && one !== undefined,
  );
  const follow = (): void => {
    if (text !== null && text.language !== source.course.languages.source) showBeside(text.language);
    const element = elementAt(place);
    want(element);
  };
  return (
    <>
      <FindingWords finding={finding} />{' '}
      <Link
        to="/courses/$"
        params={{ _splat: [id, part, ...(scene === null ? [] : [scene])].join('/') }}
        onClick={follow}
      >
        {where.join(', ')}
      </Link>
    </>
  );
}
