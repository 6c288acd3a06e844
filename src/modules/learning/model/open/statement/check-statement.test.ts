import { describe, expect, test } from 'vitest';
import { checkAgent, checkStatement } from './check-statement.ts';

const ana = { mbox: 'mailto:ana@example.org' };
const verb = { id: 'https://example.org/verbs/did', display: { 'en-GB': 'did' } };
const activity = { id: 'https://example.org/a' };
const bare = { actor: ana, verb, object: activity };
const sub = { objectType: 'SubStatement', ...bare };
const file = {
  ...{ usageType: 'https://example.org/u', display: { en: 'f' }, contentType: 'text/plain', length: 3 },
  sha2: 'a'.repeat(64),
};

/** Everything that a statement may say, in one. */
const full = {
  ...bare,
  id: 'FDA3CB02-7E5D-4B43-9F3D-6B0E3C0A5B6C',
  actor: {
    objectType: 'Group',
    name: 'Team',
    member: [ana, { account: { homePage: 'https://example.org', name: '7' } }],
  },
  object: {
    ...activity,
    objectType: 'Activity',
    definition: {
      ...{
        name: { en: 'A' },
        description: { 'nl-NL': 'A' },
        type: 'https://example.org/t',
        moreInfo: 'https://example.org/m',
      },
      ...{
        interactionType: 'choice',
        correctResponsesPattern: ['a'],
        choices: [{ id: 'a', description: { en: 'A' } }, { id: 'b' }],
      },
      extensions: { 'https://example.org/x': null },
    },
  },
  result: {
    ...{ score: { scaled: -1, raw: 2, min: 1, max: 3 }, success: true, completion: false, response: '' },
    ...{ duration: 'P1Y2M3DT4H5M6.7S', extensions: { 'urn:x': { deep: [null] } } },
  },
  context: {
    registration: 'ec531277-b57b-4c15-8d91-d292c5b2b8f7',
    instructor: { openid: 'https://example.org/ben' },
    team: { objectType: 'Group', mbox_sha1sum: 'b'.repeat(40) },
    contextActivities: { parent: activity, other: [activity] },
    ...{ revision: '1', platform: 'p', language: 'nl-NL' },
    statement: { objectType: 'StatementRef', id: 'ec531277-b57b-4c15-8d91-d292c5b2b8f7' },
  },
  timestamp: '2026-11-28T10:00:00.123456+01:00',
  stored: '2026-11-28T10:00:00Z',
  authority: { objectType: 'Group', member: [ana, { openid: 'https://example.org/app' }] },
  version: '1.0.3',
  attachments: [{ ...file, description: { en: 'f' }, fileUrl: 'https://example.org/f' }],
};

test.each(['1.0.3', '2.0.0'] as const)('a statement that says everything passes (%s)', (version) => {
  expect(checkStatement(full, version)).toBeNull();
  expect(checkStatement({ ...bare, object: sub }, version)).toBeNull();
});

// The property that is wrong, by its way, and the rule. All of them in both versions.
const broken: readonly (readonly [string, string, object])[] = [
  ['', 'statement-is-an-object', []],
  ['.verb', 'statement-needs-property', { actor: ana, object: activity }],
  ['.name', 'statement-has-no-such-property', { ...bare, name: 'x' }],
  ['["a b"]', 'statement-has-no-such-property', { ...bare, 'a b': 1 }],
  ['.id', 'is-a-uuid', { ...bare, id: 'AA97B177-9383-4934-8543-0F91A7A028368' }],
  ['.actor', 'agent-has-one-identifier', { ...bare, actor: {} }],
  ['.actor', 'agent-has-one-identifier', { ...bare, actor: { ...ana, openid: 'https://example.org/a' } }],
  ['.actor.objectType', 'is-an-agent-or-group', { ...bare, actor: { ...ana, objectType: 'agent' } }],
  ['.actor.mbox', 'is-a-mailto-iri', { ...bare, actor: { mbox: 'ana@example.org' } }],
  ['.actor.account.homePage', 'account-needs-property', { ...bare, actor: { account: { name: '7' } } }],
  ['.actor.member', 'group-without-identifier-has-members', { ...bare, actor: { objectType: 'Group', member: [] } }],
  [
    '.actor.member[1].objectType',
    'is-the-word-Agent',
    { ...bare, actor: { objectType: 'Group', member: [ana, { objectType: 'Group', ...ana }] } },
  ],
  ['.actor.name', 'is-a-text', { ...bare, actor: { ...ana, name: null } }],
  ['.verb.id', 'is-an-iri', { ...bare, verb: { id: 'did' } }],
  ['.verb.display.a12345', 'key-is-a-language-tag', { ...bare, verb: { ...verb, display: { a12345: 'x' } } }],
  ['.object.definition.name.en', 'is-a-text', { ...bare, object: { ...activity, definition: { name: { en: 1 } } } }],
  [
    '.object.definition.choices',
    'interaction-components-have-different-ids',
    {
      ...bare,
      object: { ...activity, definition: { interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] } },
    },
  ],
  [
    '.object.definition.scale',
    'components-fit-the-interaction',
    { ...bare, object: { ...activity, definition: { interactionType: 'choice', scale: [] } } },
  ],
  [
    '.object.definition.extensions.x',
    'key-is-an-iri',
    { ...bare, object: { ...activity, definition: { extensions: { x: 1 } } } },
  ],
  ['.object.object.objectType', 'is-an-object-of-a-sub-statement', { ...bare, object: { ...sub, object: sub } }],
  ['.object.id', 'sub-statement-has-no-such-property', { ...bare, object: { ...sub, id: full.id } }],
  ['.result.score.scaled', 'is-between-minus-one-and-one', { ...bare, result: { score: { scaled: 1.01 } } }],
  ['.result.score.raw', 'raw-is-between-min-and-max', { ...bare, result: { score: { raw: 4, min: 1, max: 3 } } }],
  ['.result.score.min', 'min-is-below-max', { ...bare, result: { score: { min: 3, max: 3 } } }],
  ['.result.success', 'is-true-or-false', { ...bare, result: { success: 'true' } }],
  ['.context.team', 'is-a-group', { ...bare, context: { team: ana } }],
  [
    '.context.revision',
    'revision-only-where-the-object-is-an-activity',
    { ...bare, object: { objectType: 'Agent', ...ana }, context: { revision: '1' } },
  ],
  [
    '.context.contextActivities.parent[0].id',
    'is-an-iri',
    { ...bare, context: { contextActivities: { parent: [{ id: 'x' }] } } },
  ],
  ['.authority.member', 'authority-group-is-a-pair', { ...bare, authority: { objectType: 'Group', member: [ana] } }],
  ['.version', 'is-a-version', { ...bare, version: '1.1.0' }],
  ['.object', 'voiding-points-at-a-statement', { ...bare, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }],
  ['.attachments[0].length', 'is-a-length', { ...bare, attachments: [{ ...file, length: 1.5 }] }],
  [
    '.attachments[0].sha2',
    'attachment-needs-property',
    { ...bare, attachments: [{ ...file, sha2: undefined }].map(({ sha2: _sha2, ...rest }) => rest) },
  ],
];

describe.each(['1.0.3', '2.0.0'] as const)('by the rules of %s', (version) => {
  test.each(broken)('%s breaks %s', (path, rule, statement) => {
    expect(checkStatement(statement, version)).toEqual({ path, rule });
  });

  test.each(['PA1H', 'P4W1D', 'P', 'PT', 'P1.5Y2M', 'P0001-01-01T00:00:00', '1H'])('%s is no duration', (duration) => {
    expect(checkStatement({ ...bare, result: { duration } }, version)).toMatchObject({ rule: 'is-a-duration' });
  });

  test.each(['PT4H35M59.14S', 'PT16559.14S', 'P3Y1M29DT4H35M59.14S', 'P3Y', 'P4W', 'PT0,5H'])(
    '%s is one',
    (duration) => {
      expect(checkStatement({ ...bare, result: { duration } }, version)).toBeNull();
    },
  );

  test.each([
    ...['01/011/2015', '2026-02-29T10:00:00Z', '2026-13-01T10:00:00Z', '2026-11-28T24:00:00Z', '2026-11-28'],
    ...['2008-09-15T15:53:00.601-00', '2008-09-15T15:53:00.601-0000', '2008-09-15T15:53:00.601-00:00'],
  ])('%s is no time', (timestamp) => {
    expect(checkStatement({ ...bare, timestamp }, version)).toMatchObject({ rule: 'is-a-timestamp' });
  });
});

test('the versions differ in what they know', () => {
  const context = {
    contextAgents: [{ objectType: 'contextAgent', agent: ana, relevantTypes: ['https://example.org/t'] }],
  };
  expect(checkStatement({ ...bare, context }, '2.0.0')).toBeNull();
  expect(checkStatement({ ...bare, context }, '1.0.3')).toEqual({
    path: '.context.contextAgents',
    rule: 'context-has-no-such-property',
  });
  const none = { contextAgents: [{ objectType: 'contextAgent', agent: ana, relevantTypes: [] }] };
  expect(checkStatement({ ...bare, context: none }, '2.0.0')).toMatchObject({ rule: 'is-a-list-of-types' });
  expect([
    checkStatement({ ...bare, version: '2.0.1' }, '2.0.0'),
    checkStatement({ ...bare, version: '2.0.1' }, '1.0.3'),
  ]).toEqual([null, { path: '.version', rule: 'is-a-version' }]);
  // RFC 3339 always says the zone; ISO 8601 need not, and has a basic form.
  for (const timestamp of ['2026-11-28T10:00:00', '20261128T100000Z']) {
    expect(checkStatement({ ...bare, timestamp }, '1.0.3')).toBeNull();
    expect(checkStatement({ ...bare, timestamp }, '2.0.0')).toMatchObject({ path: '.timestamp' });
  }
});

test('no property may be null, however deep, but inside extensions', () => {
  const visit = (value: unknown, put: (changed: unknown) => unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || path.endsWith('extensions')) return;
    for (const key of Object.keys(value)) {
      const replace = (changed: unknown) =>
        put(
          Array.isArray(value)
            ? value.map((one: unknown, at) => (String(at) === key ? changed : one))
            : { ...value, [key]: changed },
        );
      expect(checkStatement(replace(null), '2.0.0'), `${path}.${key}`).not.toBeNull();
      visit(Reflect.get(value, key), replace, `${path}.${key}`);
    }
  };
  visit(full, (changed) => changed, '');
});

test('an agent as a parameter is held to the same rules', () => {
  expect(checkAgent(ana, '2.0.0')).toBeNull();
  expect(checkAgent({ objectType: 'Group', ...ana }, '2.0.0')).not.toBeNull();
  expect(checkAgent({ objectType: 'Group', ...ana }, '2.0.0', true)).toBeNull();
});
