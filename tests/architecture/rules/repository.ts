import type { Rule, SourceFile } from '../source-tree.ts';

const machinePath = /(?<![\w.-])\/(work|home|root|Users)\/[A-Za-z0-9._-]+|[A-Z]:\\\\Users/;
const registryHost =
  /\b(registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.github\.com|[a-z0-9.-]+\/artifactory\/|verdaccio)\b/;
const trackerNumber = /\b(issue|issues|ticket|PR|MR)\s*#?\d+\b|\b(fixes|closes|see)\s+#\d+\b/i;
const prose = /\.(ts|tsx|mjs|md|sql|yaml|yml|css|html)$|^\.ci\//;

function hits(rule: string, says: string, pattern: RegExp, files: readonly SourceFile[]) {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [{ rule, path, line: index + 1, says }] : [])),
  );
}

/** Nothing in the repository knows the machine it was written on, a registry's host or a number of a tracker. */
export const noMachineTraces: Rule = (tree) => {
  const files = tree.filter(({ path }) => !path.startsWith('tests/architecture/'));
  const texts = files.filter(({ path }) => prose.test(path) && path !== 'package-lock.json');
  return [
    ...hits('Repository', 'a path of one machine', machinePath, texts),
    ...hits('Repository', "a registry's host", registryHost, files),
    ...hits(
      'Repository',
      'a number of a tracker: say the thing',
      trackerNumber,
      texts.filter(({ path }) => !path.endsWith('.css') && !path.startsWith('packs/')),
    ),
  ];
};

/** The lockfile names packages and their hashes, never where one machine got them. */
export const lockfileIsPortable: Rule = (tree) =>
  tree
    .filter(({ path }) => path === 'package-lock.json')
    .flatMap(({ path, text }) =>
      text.includes('"resolved"')
        ? [{ rule: 'Repository', path, says: 'the lockfile records download addresses' }]
        : [],
    );

/** Decision records: a number of their own, and never empty. */
export const decisionsAreWhole: Rule = (tree) => {
  const records = tree.filter(({ path }) => /^docs\/decisions\/.+\.md$/.test(path));
  const numbers = new Map<string, string>();
  return records.flatMap(({ path, text }) => {
    const number = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
    if (number === undefined) return [{ rule: 'Decisions', path, says: 'name it 0001-what-was-decided.md' }];
    const before = numbers.get(number);
    numbers.set(number, path);
    if (before !== undefined) return [{ rule: 'Decisions', path, says: `the number is taken by ${before}` }];
    const missing = ['Context', 'Options', 'Choice', 'Price'].filter(
      (title) => !new RegExp(`^## ${title}\\n+\\S`, 'm').test(text),
    );
    return missing.length > 0 ? [{ rule: 'Decisions', path, says: `without ${missing.join(', ')}` }] : [];
  });
};
