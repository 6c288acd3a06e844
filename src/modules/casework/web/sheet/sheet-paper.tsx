import { directionOf } from '#kernel/languages';
import type { Said, Sheet, SheetLine } from './build-sheet.ts';
import styles from './sheet.module.css';

/** The sheet as it is read and printed: words and lines in black, nothing that says where it comes from. */
export function SheetPaper({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article className={styles['paper']} lang={sheet.title.language} dir={sheet.direction}>
      <h2>
        <Words said={sheet.title} />
      </h2>
      <div className={styles['sections']}>
        {sheet.sections.map(({ name, title, lines }) => (
          <section key={name} className={styles[name]}>
            <h3>
              <Words said={title} />
            </h3>
            <ul>
              {lines.map((line, at) => (
                <PaperLine key={`${line.what.key} ${at}`} line={line} doubt={sheet.doubt} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer>
        {sheet.left && (
          <p>
            <Words said={sheet.left} />
          </p>
        )}
        <p>
          <Words said={sheet.made} />
        </p>
      </footer>
    </article>
  );
}

function PaperLine({
  line: { about, what, when, doubt: isDoubted },
  doubt,
}: {
  readonly line: SheetLine;
  readonly doubt: Said;
}) {
  return (
    <li>
      {about && (
        <strong className={styles['about']}>
          <Words said={about} />
        </strong>
      )}
      <Words said={what} />{' '}
      {when && (
        <strong>
          <Words said={when} />
        </strong>
      )}{' '}
      {isDoubted && (
        <span className={styles['doubt']}>
          <Words said={doubt} />
        </span>
      )}
    </li>
  );
}

/** A sentence in its own language and direction, whatever stands around it. */
export function Words({ said }: { readonly said: Said }) {
  return (
    <bdi lang={said.language} dir={directionOf(said.language)}>
      {said.text}
    </bdi>
  );
}
