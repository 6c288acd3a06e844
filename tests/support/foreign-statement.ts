import fc from 'fast-check';

/** A statement as somebody else's system would send it, and every word in it that says who somebody is. */
export interface ForeignStatement {
  readonly statement: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

/** A word that stands nowhere else. */
const word = fc.uuid().map((id) => `zq${id.replaceAll('-', '')}`);

interface Named {
  readonly value: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

const identifier: fc.Arbitrary<Named> = fc.oneof(
  word.map((one) => ({ value: { mbox: `mailto:${one}@example.org` }, words: [one] })),
  word.map((one) => ({ value: { mbox_sha1sum: one.slice(2).padEnd(40, '0') }, words: [one.slice(2)] })),
  word.map((one) => ({ value: { openid: `https://${one}.example.org/` }, words: [one] })),
  fc.tuple(word, word).map(([home, name]) => ({
    value: { account: { homePage: `https://${home}.example.org`, name } },
    words: [home, name],
  })),
);
const agent: fc.Arbitrary<Named> = fc
  .tuple(identifier, fc.option(word), fc.boolean())
  .map(([{ value, words }, name, typed]) => ({
    value: { ...value, ...(name === null ? {} : { name }), ...(typed ? { objectType: 'Agent' } : {}) },
    words: [...words, ...(name === null ? [] : [name])],
  }));
const group: fc.Arbitrary<Named> = fc
  .tuple(fc.option(identifier), fc.array(agent, { minLength: 1, maxLength: 3 }), word)
  .map(([own, members, name]) => ({
    value: { objectType: 'Group', name, ...(own?.value ?? {}), member: members.map(({ value }) => value) },
    words: [name, ...(own?.words ?? []), ...members.flatMap(({ words }) => words)],
  }));
const actor = fc.oneof(agent, group);
const extensions: fc.Arbitrary<Named> = fc
  .tuple(
    word,
    fc.constantFrom(
      ...[
        'https://example.org/anything',
        'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
        'http://lrs.learninglocker.net/define/extensions/info',
      ],
    ),
  )
  .map(([one, iri]) => ({ value: { extensions: { [iri]: { event_name: one } } }, words: [one] }));
const result: fc.Arbitrary<Named> = fc.tuple(word, extensions).map(([response, more]) => ({
  value: { result: { response, success: true, ...more.value } },
  words: [response, ...more.words],
}));
const context: fc.Arbitrary<Named> = fc
  .tuple(actor, group, agent, group, extensions)
  .map(([instructor, team, one, other, more]) => ({
    value: {
      context: {
        ...{ instructor: instructor.value, team: team.value },
        contextAgents: [{ objectType: 'contextAgent', agent: one.value }],
        contextGroups: [{ objectType: 'contextGroup', group: other.value }],
        ...more.value,
      },
    },
    words: [instructor, team, one, other, more].flatMap(({ words }) => words),
  }));
const activity: fc.Arbitrary<Named> = extensions.map(({ value, words }) => ({
  value: { id: 'https://example.org/quiz', definition: { interactionType: 'fill-in', ...value } },
  words,
}));

const around = (object: fc.Arbitrary<Named>): fc.Arbitrary<Named> =>
  fc.tuple(actor, object, fc.option(result), fc.option(context)).map(([who, what, outcome, place]) => ({
    value: {
      actor: who.value,
      verb: { id: 'https://example.org/answered' },
      object: what.value,
      ...(outcome?.value ?? {}),
      ...(place?.value ?? {}),
    },
    words: [who, what, outcome, place].flatMap((part) => part?.words ?? []),
  }));
const inner = around(
  fc.oneof(
    activity,
    agent.map(({ value, words }) => ({ value: { ...value, objectType: 'Agent' }, words })),
    group,
  ),
).map(({ value, words }) => ({
  value: { objectType: 'SubStatement', ...value },
  words,
}));

/** Foreign statements of every form: people as actor, object, member, instructor, and in what a statement contains. */
export const foreignStatement: fc.Arbitrary<ForeignStatement> = fc
  .tuple(fc.uuid(), around(fc.oneof(activity, inner, group)), agent)
  .map(([id, { value, words }, authority]) => ({
    statement: { id, ...value, authority: authority.value },
    words: [...words, ...authority.words],
  }));
