import { Link } from '@tanstack/react-router';
import { packWords, type DescribedRule, type PackSentence, type RuleLink } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { SourceName } from '../case-page/source-name.tsx';
import styles from './procedures.module.css';
import { SureMark } from './sure-mark.tsx';

/** Where the links of a rule lead within its pack. */
export interface PackName {
  readonly pack: string;
  readonly version: string;
}

/** One rule: its sentences, how sure it is, what it rests on, and what asks for it. */
export function RuleView({
  rule,
  name,
  level,
  chapter,
}: {
  readonly rule: DescribedRule;
  readonly name: PackName;
  readonly level: 'h3' | 'h4';
  /** Said where the rule stands outside its chapter. */
  readonly chapter?: string;
}) {
  const { language } = useLanguage();
  const t = packWords(language);
  const Heading = level;
  return (
    <article id={rule.anchor} tabIndex={-1} className={styles['rule']} aria-labelledby={`${rule.anchor}-title`}>
      <Heading id={`${rule.anchor}-title`} className={styles['title']}>
        {rule.title}
        {rule.code !== null && <span className={styles['code']}> {rule.code}</span>}
      </Heading>
      {chapter !== undefined && <p className={styles['small']}>{chapter}</p>}
      <Sentences sentences={rule.sentences} />
      {rule.confidence !== null && (
        <p>
          <SureMark sure={rule.confidence}>{rule.sure}</SureMark>
        </p>
      )}
      {rule.sources.length > 0 && (
        <div className={styles['small']}>
          <p>{t('procedures.rule.sources')}</p>
          <ul>
            {rule.sources.map((source) => (
              <li key={source.passage}>
                {source.address.startsWith('https://') ? (
                  <a href={source.address} target="_blank" rel="noreferrer">
                    <SourceName title={source.title} article={source.article} />
                  </a>
                ) : (
                  <SourceName title={source.title} article={source.article} />
                )}
                {'. '}
                {source.read}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rule.usedBy.length > 0 && (
        <div className={styles['small']}>
          <p>{t('procedures.rule.usedBy')}</p>
          <RuleLinks links={rule.usedBy} name={name} />
        </div>
      )}
    </article>
  );
}

/** Ways to other rules of the pack, each in its chapter. */
export function RuleLinks({ links, name }: { readonly links: readonly RuleLink[]; readonly name: PackName }) {
  return (
    <ul>
      {links.map(({ anchor, text }) => (
        <li key={`${anchor} ${text}`}>
          <Link to="/procedures/$pack/$version" params={{ ...name }} search={{ rule: anchor }} resetScroll={false}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Sentences one below the other; what a sentence counts up is a list. */
export function Sentences({ sentences }: { readonly sentences: readonly PackSentence[] }) {
  return (
    <>
      {sentences.map(({ text, items }, at) => (
        <div key={at}>
          <p>{text}</p>
          {items && <Items items={items} />}
        </div>
      ))}
    </>
  );
}

function Items({ items }: { readonly items: readonly PackSentence[] }) {
  return (
    <ul>
      {items.map(({ text, items: inner }, at) => (
        <li key={at}>
          {text}
          {inner && <Items items={inner} />}
        </li>
      ))}
    </ul>
  );
}
