import { createMessages, type Messages } from '#kernel/languages';
import { badges as en } from '../../messages/en/badges.ts';
import { badges as nl } from '../../messages/nl/badges.ts';
import type { AchievedRule } from '../../model/open/badge/achieved-rule.ts';
import type { AchievedCourse, AchievementWords } from '../../model/open/badge/achievement.ts';

const catalogues = { en, nl } as const;

/** What an achievement says of itself, in the language in which the module was finished; in English where we have no words of it. */
export function achievementWords(achieved: AchievedCourse): AchievementWords {
  const { language, draft, title, minutes, version, rule } = achieved;
  const spoken = language === 'nl' ? language : 'en';
  const say = createMessages(spoken, [catalogues[spoken]]);
  const done = say('learning.badge.description', { title, minutes, version });
  const asked = rule === null ? [say('learning.badge.ruleUnknown')] : ruleSentences(say, spoken, rule);
  return {
    description: draft ? `${done} ${say('learning.badge.draft')}` : done,
    criteria: [...asked, say('learning.badge.criteria')].join(' '),
  };
}

/** A rule as sentences: nothing stands there that the module does not ask for. */
function ruleSentences(say: Messages, language: string, rule: AchievedRule): readonly string[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const quoted = (titles: readonly string[]): string =>
    list.format([...new Set(titles)].map((title) => say('learning.badge.quoted', { title })));
  const { seen, decided, right, passable } = rule;
  return [
    ...(seen.length === 0 ? [] : [say('learning.badge.seen', { count: new Set(seen).size, titles: quoted(seen) })]),
    ...(decided.length === 0
      ? []
      : [say('learning.badge.decided', { count: new Set(decided).size, titles: quoted(decided) })]),
    ...right.map((count) => say('learning.badge.right', { right: count })),
    ...(passable ? [say('learning.badge.passable')] : []),
  ];
}
