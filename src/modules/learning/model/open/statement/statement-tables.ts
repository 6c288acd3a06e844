import { byObjectType, isJsonObject, listOf, mapOf, objectBy, textThat, valueThat, type Check } from './check-value.ts';
import type { JsonObject, TogetherRow } from './check-value.ts';
import {
  isDuration,
  isIri,
  isLanguageTag,
  isMailbox,
  isMediaType,
  isSha1,
  isSha2,
  isStrictTimestamp,
  isTimestamp,
  isUuid,
} from './iri-forms.ts';

// The rules of xAPI 1.0.3 (part two) and IEEE 9274.1.1 (section 4.2) as tables. Where they differ, a row says since when it
// holds, or its test looks at the version. Null is allowed nowhere but inside extensions: no row takes it.

const text = textThat('is-a-text', () => true);
const iri = textThat('is-an-iri', isIri);
const uuid = textThat('is-a-uuid', isUuid);
const truth = valueThat('is-true-or-false', (value) => typeof value === 'boolean');
const number = valueThat('is-a-number', (value) => typeof value === 'number');
const timestamp = textThat('is-a-timestamp', (value, version) =>
  version === '2.0.0' ? isStrictTimestamp(value) : isTimestamp(value),
);
const languageMap = mapOf('is-a-language-map', 'key-is-a-language-tag', isLanguageTag, text);
const extensions = mapOf(
  'is-a-map-of-extensions',
  'key-is-an-iri',
  isIri,
  valueThat('any', () => true),
);
const only = (word: string): Check => textThat(`is-the-word-${word}`, (value) => value === word);

// Agents and groups (4.2.2.1)
const account = objectBy('account', {
  homePage: { check: iri, required: true },
  name: { check: text, required: true },
});
const identifiers = {
  mbox: textThat('is-a-mailto-iri', isMailbox),
  mbox_sha1sum: textThat('is-a-sha1-in-hex', isSha1),
  openid: iri,
  account,
} as const;
const countIdentifiers = (value: JsonObject): number =>
  Object.keys(identifiers).filter((key) => Object.hasOwn(value, key)).length;

export const agent = objectBy('agent', { objectType: only('Agent'), name: text, ...identifiers }, [
  { rule: 'agent-has-one-identifier', test: (value) => countIdentifiers(value) === 1 },
]);
const group = objectBy(
  'group',
  {
    objectType: { check: only('Group'), required: true },
    name: text,
    ...identifiers,
    member: listOf('is-a-list-of-agents', agent),
  },
  [
    { rule: 'group-has-at-most-one-identifier', test: (value) => countIdentifiers(value) <= 1 },
    {
      rule: 'group-without-identifier-has-members',
      path: '.member',
      test: (value) => countIdentifiers(value) === 1 || (Array.isArray(value['member']) && value['member'].length > 0),
    },
  ],
);
export const actor = byObjectType('is-an-agent-or-group', { Agent: agent, Group: group }, agent);
const authority = byObjectType(
  'is-an-agent-or-a-pair',
  {
    Agent: agent,
    Group: (value, version) => {
      const found = group(value, version);
      if (found !== null || !isJsonObject(value)) return found;
      const pair = countIdentifiers(value) === 0 && Array.isArray(value['member']) && value['member'].length === 2;
      return pair ? null : { rule: 'authority-group-is-a-pair', path: '.member' };
    },
  },
  agent,
);

// Verbs and activities (4.2.2.2, 4.2.2.3)
const verb = objectBy('verb', { id: { check: iri, required: true }, display: languageMap });

const interactionTypes = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
];
const component = objectBy('interaction-component', { id: { check: text, required: true }, description: languageMap });
const listedComponents = listOf('is-a-list-of-interaction-components', component);
const components: Check = (value, version) => {
  const found = listedComponents(value, version);
  if (found !== null || !Array.isArray(value)) return found;
  const ids = new Set(value.map((one: unknown) => (isJsonObject(one) ? one['id'] : null)));
  return ids.size === value.length ? null : { rule: 'interaction-components-have-different-ids', path: '' };
};
/** Which lists of components an interaction may have (4.2.2.3, table of interaction components). */
const componentsOf: Readonly<Record<string, readonly string[]>> = {
  choices: ['choice', 'sequencing'],
  scale: ['likert'],
  source: ['matching'],
  target: ['matching'],
  steps: ['performance'],
};
const interactionRules: readonly TogetherRow[] = [
  ...Object.entries(componentsOf).map(([key, types]) => ({
    rule: 'components-fit-the-interaction',
    path: `.${key}`,
    test: (value: JsonObject) => !Object.hasOwn(value, key) || types.includes(String(value['interactionType'])),
  })),
  {
    rule: 'responses-need-an-interaction-type',
    path: '.correctResponsesPattern',
    test: (value) => !Object.hasOwn(value, 'correctResponsesPattern') || Object.hasOwn(value, 'interactionType'),
  },
];
const definition = objectBy(
  'definition',
  {
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    extensions,
    interactionType: textThat('is-an-interaction-type', (value) => interactionTypes.includes(value)),
    correctResponsesPattern: listOf('is-a-list-of-texts', text),
    choices: components,
    scale: components,
    source: components,
    target: components,
    steps: components,
  },
  interactionRules,
);
const activity = objectBy('activity', {
  objectType: only('Activity'),
  id: { check: iri, required: true },
  definition,
});
const statementRef = objectBy('statement-reference', {
  objectType: { check: only('StatementRef'), required: true },
  id: { check: uuid, required: true },
});

// Results and contexts (4.2.2.4, 4.2.2.5)
const between = (value: unknown, low: unknown, high: unknown): boolean =>
  !(typeof value === 'number' && typeof low === 'number' && value < low) &&
  !(typeof value === 'number' && typeof high === 'number' && value > high);
const score = objectBy(
  'score',
  {
    scaled: valueThat('is-between-minus-one-and-one', (value) => typeof value === 'number' && Math.abs(value) <= 1),
    raw: number,
    min: number,
    max: number,
  },
  [
    { rule: 'raw-is-between-min-and-max', path: '.raw', test: ({ raw, min, max }) => between(raw, min, max) },
    { rule: 'min-is-below-max', path: '.min', test: ({ min, max }) => between(min, undefined, max) && !same(min, max) },
  ],
);
const same = (left: unknown, right: unknown): boolean => left !== undefined && left === right;
const result = objectBy('result', {
  score,
  success: truth,
  completion: truth,
  response: text,
  duration: textThat('is-a-duration', isDuration),
  extensions,
});

const activities: Check = (value, version) =>
  Array.isArray(value) ? listOf('is-a-list-of-activities', activity)(value, version) : activity(value, version);
const contextActivities = objectBy('context-activities', {
  parent: activities,
  grouping: activities,
  category: activities,
  other: activities,
});
const relevantTypes = listOf('is-a-list-of-types', iri, 1);
const contextAgent = objectBy('context-agent', {
  objectType: { check: only('contextAgent'), required: true },
  agent: { check: agent, required: true },
  relevantTypes,
});
const contextGroup = objectBy('context-group', {
  objectType: { check: only('contextGroup'), required: true },
  group: { check: group, required: true },
  relevantTypes,
});
const context = objectBy('context', {
  registration: uuid,
  instructor: actor,
  team: byObjectType('is-a-group', { Group: group }, null),
  contextActivities,
  contextAgents: { check: listOf('is-a-list-of-context-agents', contextAgent), since: '2.0.0' },
  contextGroups: { check: listOf('is-a-list-of-context-groups', contextGroup), since: '2.0.0' },
  revision: text,
  platform: text,
  language: textThat('is-a-language-tag', isLanguageTag),
  statement: statementRef,
  extensions,
});

// Attachments (4.2.2.6)
const attachment = objectBy('attachment', {
  usageType: { check: iri, required: true },
  display: { check: languageMap, required: true },
  description: languageMap,
  contentType: { check: textThat('is-a-media-type', isMediaType), required: true },
  length: {
    check: valueThat('is-a-length', (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0),
    required: true,
  },
  sha2: { check: textThat('is-a-sha2-in-hex', isSha2), required: true },
  fileUrl: iri,
});

// Statements (4.2.1)
const isActivity = (value: JsonObject): boolean => {
  const object = value['object'];
  const type = isJsonObject(object) ? object['objectType'] : undefined;
  return type === undefined || type === 'Activity';
};
const onlyOfActivities = (key: 'revision' | 'platform'): TogetherRow => ({
  rule: `${key}-only-where-the-object-is-an-activity`,
  path: `.context.${key}`,
  test: (value) => {
    const around = value['context'];
    return !isJsonObject(around) || !Object.hasOwn(around, key) || isActivity(value);
  },
});
const inner = {
  actor: { check: actor, required: true },
  verb: { check: verb, required: true },
  result,
  context,
  timestamp,
  attachments: listOf('is-a-list-of-attachments', attachment),
} as const;
const objects = { Activity: activity, Agent: agent, Group: group, StatementRef: statementRef };
const subStatement = objectBy(
  'sub-statement',
  {
    ...inner,
    objectType: { check: only('SubStatement'), required: true },
    object: { check: byObjectType('is-an-object-of-a-sub-statement', objects, activity), required: true },
  },
  [onlyOfActivities('revision'), onlyOfActivities('platform')],
);

/** The verb that takes a statement back. */
export const voidingVerb = 'http://adlnet.gov/expapi/verbs/voided';

const versions = { '1.0.3': /^1\.0(?:\.\d+)?$/, '2.0.0': /^(?:1\.0(?:\.\d+)?|2\.0(?:\.\d+)?)$/ } as const;

export const statement = objectBy(
  'statement',
  {
    ...inner,
    id: uuid,
    object: {
      check: byObjectType('is-an-object', { ...objects, SubStatement: subStatement }, activity),
      required: true,
    },
    stored: timestamp,
    authority,
    version: textThat('is-a-version', (value, version) => versions[version].test(value)),
  },
  [
    onlyOfActivities('revision'),
    onlyOfActivities('platform'),
    {
      rule: 'voiding-points-at-a-statement',
      path: '.object',
      test: ({ verb: of, object }) =>
        !isJsonObject(of) ||
        of['id'] !== voidingVerb ||
        (isJsonObject(object) && object['objectType'] === 'StatementRef'),
    },
  ],
);
