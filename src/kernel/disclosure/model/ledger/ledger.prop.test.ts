import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson, expectOk, type TenantId, type UserId } from '#platform/base';
import { hashText, isLedgerPartSigned, peekLedgerPart, signLedgerPart } from '#platform/crypto';
import { foldName, hasMixedWord } from './fold-name.ts';
import {
  isDecided,
  type LedgerContent,
  type LedgerEntryId,
  type LedgerFinding,
  type LedgerSeal,
  type SignedEntry,
} from './ledger-entry.ts';
import { readLedgerContent } from './read-ledger-content.ts';
import { readLedgerSeal } from './read-ledger-seal.ts';
import { verifyLedger, type LedgerTools } from './verify-ledger.ts';

const id = <Id extends string>(number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const [tenant, iris, ruben] = [id<TenantId>(1), id<UserId>(2), id<UserId>(3)];
const keys = new Map<UserId, CryptoKeyPair>();
const day = '2026-12-01';

beforeAll(async () => {
  for (const user of [iris, ruben])
    // Ed25519 gives a pair; the types of the platform leave open that it could be one key.
    keys.set(user, (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair);
});

const tools: LedgerTools = {
  hash: hashText,
  peek: peekLedgerPart,
  isSignedBy: async (jws, user, _on, purpose) => {
    const key = keys.get(user);
    if (!key) return false;
    const { x = '' } = await crypto.subtle.exportKey('jwk', key.publicKey);
    return isLedgerPartSigned(jws, { kty: 'OKP', crv: 'Ed25519', x }, purpose);
  },
};

const release = (number: number): LedgerContent & { readonly kind: 'release' } => ({
  ...{
    v: 1,
    tenant,
    id: id(number),
    author: iris,
    written: day,
    kind: 'release',
    population: 'Persons supported 2025',
  },
  ...{ dimensions: { gender: ['woman', 'man'] }, floor: 10, audience: 'public', menu: null, tables: [], state: null },
  document: { title: 'Year report', version: '1' },
  figures: [{ sets: { gender: ['woman'] }, rule: '10-5', value: 40 }],
});
const correction = (number: number, corrects: LedgerEntryId, population = 'PERSONS supported 2025'): LedgerContent => ({
  ...release(number),
  kind: 'correction',
  corrects,
  population,
  why: 'Counted twice',
});
const said = (number: number): LedgerContent => ({
  ...{ v: 1, tenant, id: id(number), author: iris, written: day, kind: 'said', population: 'Persons supported 2025' },
  ...{ figures: [{ sets: {}, rule: 'exact', value: 71 }], floor: 10, on: '2026-11-30', where: 'Round table' },
  afterwards: true,
});
const withdrawal = (number: number, withdraws: LedgerEntryId): LedgerContent => ({
  ...{ v: 1, tenant, id: id(number), author: iris, written: day, kind: 'withdrawal', withdraws, why: 'Wrong year' },
});

const passed = { verdict: 'pass', insiders: 'pass', why: [], leftOut: [], solver: 'none' } as const;
const found = (target: string) => ({ kind: 'group', target, range: [0, 3], steps: [] }) as const;

async function sign(content: LedgerContent, seal: Partial<LedgerSeal>): Promise<SignedEntry> {
  const author = keys.get(content.author)?.privateKey;
  const by = seal.by ?? (isDecided(content.kind) ? ruben : iris);
  const approver = keys.get(by)?.privateKey;
  if (!author || !approver) throw new Error('nobody signs');
  const jws = await signLedgerPart(author, 'baken-ledger-content', content);
  const audit = isDecided(content.kind)
    ? ({ verdict: 'pass', insiders: 'pass', why: [], leftOut: [], solver: 'none' } as const)
    : null;
  const whole: LedgerSeal = {
    ...{
      v: 1,
      tenant,
      seq: 1,
      prev: null,
      id: content.id,
      content: await hashText(jws),
      by,
      on: day,
      audit,
      reason: null,
    },
    ...seal,
  };
  return { content: jws, seal: await signLedgerPart(approver, 'baken-ledger-seal', whole) };
}

async function chain(
  contents: readonly LedgerContent[],
  seals: readonly Partial<LedgerSeal>[] = [],
): Promise<SignedEntry[]> {
  const signed: SignedEntry[] = [];
  for (const [at, content] of contents.entries()) {
    const last = signed.at(-1);
    const prev = last ? await hashText(last.seal) : null;
    signed.push(await sign(content, { seq: at + 1, prev, ...seals[at] }));
  }
  return signed;
}

const faultOf = async (signed: readonly SignedEntry[]) => {
  const verified = await verifyLedger(tools, tenant, signed);
  if (verified.ok) return null;
  return verified.refusal.type === 'ledger-broken'
    ? `${String(verified.refusal.at)} ${verified.refusal.reason}`
    : 'empty';
};

describe('the chain of everything ever released', () => {
  test('holds as it was written, and an empty one is told', async () => {
    const signed = await chain([release(10), said(11), withdrawal(12, id(10))]);
    const entries = expectOk(await verifyLedger(tools, tenant, signed));
    expect(entries.map(({ content }) => content.kind)).toEqual(['release', 'said', 'withdrawal']);
    expect(await faultOf([])).toBe('empty');
  });

  test('any one byte that is changed, and any entry that is dropped, swapped or repeated, is found', async () => {
    const signed = await chain([release(10), said(11), release(12), withdrawal(13, id(11))]);
    const place = fc.nat({ max: signed.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.boolean(), fc.nat(), fc.nat({ max: 62 }), async (at, ofSeal, where, by) => {
        const part = ofSeal ? 'seal' : 'content';
        const text = signed[at]?.[part] ?? '';
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const spot = where % text.length;
        const other = letters.split('').filter((letter) => letter !== text[spot])[by] ?? 'A';
        const changed = `${text.slice(0, spot)}${other}${text.slice(spot + 1)}`;
        expect(
          await faultOf(signed.map((one, index) => (index === at ? { ...one, [part]: changed } : one))),
        ).not.toBeNull();
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        const first = signed[one];
        const second = signed[other];
        if (!first || !second) return;
        const dropped = signed.toSpliced(one, 1);
        // Without the last ones it is shorter, and holds: that is what a pinned head is for.
        if (one < signed.length - 1) expect(await faultOf(dropped)).toBe(`${String(one + 1)} chain`);
        expect(await faultOf(signed.toSpliced(other, 0, first))).not.toBeNull();
        if (one !== other) expect(await faultOf(signed.with(one, second).with(other, first))).not.toBeNull();
      }),
    );
  });

  test.each<[string, LedgerContent[], Partial<LedgerSeal>[]]>([
    ['1 same-person', [release(10)], [{ by: iris }]],
    ['1 verdict', [release(10)], [{ audit: null }]],
    [
      '1 verdict',
      [release(10)],
      [{ audit: { verdict: 'block', insiders: 'pass', why: [], leftOut: [], solver: 'none' }, reason: 'I insist' }],
    ],
    [
      '1 verdict',
      [release(10)],
      [{ audit: { verdict: 'pass', insiders: 'block', why: [], leftOut: [], solver: 'none' }, reason: 'I insist' }],
    ],
    [
      '1 reason',
      [release(10)],
      [{ audit: { verdict: 'warn', insiders: 'pass', why: [], leftOut: [], solver: 'none' } }],
    ],
    ['1 approver-signature', [said(10)], [{ by: ruben }]],
    ['1 verdict', [said(10)], [{ reason: 'because' }]],
    ['1 day', [release(10)], [{ on: '2026-11-30' }]],
    ['2 day', [release(10), said(11)], [{ on: '2026-12-02' }, { on: day }]],
    ['2 repeated', [said(10), said(10)], []],
    ['1 refers', [withdrawal(10, id(11))], []],
    ['3 refers', [said(10), withdrawal(11, id(10)), withdrawal(12, id(10))], []],
    ['2 refers', [release(10), correction(11, id(10), 'Persons supported 2025 (revised)')], []],
    ['2 refers', [said(10), correction(11, id(10))], []],
    ['3 refers', [release(10), correction(11, id(10)), correction(12, id(11), 'Others')], []],
    ['1 shape', [{ ...release(10), population: 'Persons\uFE0F supported 2025' }], []],
    ['1 shape', [{ ...release(10), dimensions: { Age: ['a', 'b'], age: ['a', 'b'] } }], []],
    ['1 shape', [{ ...release(10), dimensions: { age: ['a', 'A'] } }], []],
    ['1 shape', [release(10)], [{ audit: { ...passed, why: [found('\0')] } }]],
    ['1 shape', [release(10)], [{ audit: { ...passed, why: [found('\uD800')] } }]],
    ['1 shape', [release(10)], [{ audit: { ...passed, why: [{ kind: 'guess' } as never] } }]],
    ['1 verdict', [release(10)], [{ audit: { ...passed, leftOut: [id(11)] } }]],
    ['1 shape', [{ ...release(10), population: 'Persons supp\u043Erted 2025' }], []],
    ['1 shape', [{ ...release(10), population: '–' }], []],
    ['1 day', [said(10)], [{ on: '2026-12-02' }]],
    ['1 other-programme', [{ ...said(10), tenant: id(9) }], []],
    ['1 content', [said(10)], [{ content: 'A'.repeat(43) }]],
    ['1 chain', [said(10)], [{ seq: 2 }]],
  ])('%s is found', async (fault, contents, seals) => {
    expect(await faultOf(await chain(contents, seals))).toBe(fault);
  });

  test('a warning with a reason stands, and a signature of one kind does not pass for another', async () => {
    const warned = {
      audit: { verdict: 'warn', insiders: 'pass', why: [], leftOut: [], solver: 'none' },
      reason: 'Known for years',
    } as const;
    const [signed] = await chain([release(10)], [warned]);
    expect(signed && (await faultOf([signed]))).toBeNull();
    const author = keys.get(iris)?.privateKey;
    if (!author || !signed) throw new Error('nobody signs');
    const wrong = await signLedgerPart(author, 'baken-ledger-seal', release(10));
    expect(await faultOf([{ ...signed, content: wrong }])).toBe('1 author-signature');
  });
});

const label = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => !text.startsWith('__') && foldName(text) !== '' && !hasMixedWord(text));
/** Names that are apart also to whoever reads without regard to capitals: others are refused (decision 0078). */
const categories = fc.uniqueArray(label, { minLength: 1, maxLength: 4, selector: foldName });
const sets = fc
  .uniqueArray(fc.tuple(label, categories), { maxLength: 3, selector: ([name]) => foldName(name) })
  .map((named) => Object.fromEntries(named));
const figure = fc.oneof(
  fc.record({
    sets,
    rule: fc.constant('10-5'),
    value: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 2, max: 999 }).map((n) => 5 * n),
    ),
  }),
  fc.record({ sets, rule: fc.constant('threshold'), value: fc.oneof(fc.constant(null), fc.nat(999)) }),
  fc.record({ sets, rule: fc.constant('exact'), value: fc.nat(999) }),
  fc.record({ sets, rule: fc.constant('interval'), value: fc.tuple(fc.nat(99), fc.constantFrom(null, 500)) }),
);

describe('what is read', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 5 }), sets, label, (figures, dimensions, population) => {
        const content = { ...release(10), figures, dimensions, population };
        const text = canonicalJson(content as never);
        const read = expectOk(readLedgerContent(JSON.parse(text)));
        expect(canonicalJson(read as never)).toBe(text);
      }),
    );
  });

  test('an audit with all that it may have found comes back as it was written', () => {
    const range = [1, null] as const;
    const why: LedgerFinding[] = [
      { kind: 'group', target: '…', range: [1, 9], steps: [{ name: '*', text: null, range }] },
      { kind: 'inside', inside: 'woman', around: '*', others: 2 },
      { kind: 'removed', reading: 'added-and-removed', target: 'woman', range },
    ];
    const audit = { ...passed, verdict: 'warn', why, leftOut: [id<LedgerEntryId>(9)], more: 3 } as const;
    const seal = {
      ...{ v: 1, tenant, seq: 2, prev: 'A'.repeat(43), id: id(10), content: 'B'.repeat(43), by: ruben, on: day },
      ...{ audit, reason: 'Known for years' },
    };
    expect(expectOk(readLedgerSeal(seal))).toEqual(seal);
    for (const odd of [
      { ...why[0], steps: [{ name: '*', text: '5', range: [3, 2] }] },
      { ...why[1], others: -1 },
      { ...why[1], more: 1 },
      { ...why[2], reading: 'guess' },
      null,
    ])
      expect(readLedgerSeal({ ...seal, audit: { ...audit, why: [odd] } }).ok).toBe(false);
  });

  test('refuses anything else with a code, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readLedgerContent(value).ok).toBe(false);
        expect(readLedgerSeal(value).ok).toBe(false);
      }),
    );
    const whole = release(10);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), (name, value) => {
        const read = readLedgerContent({ ...whole, [name]: value });
        if (read.ok)
          expect(canonicalJson(read.value as never)).toBe(canonicalJson({ ...whole, [name]: value } as never));
      }),
    );
  });

  test.each<[string, object]>([
    ['field-unknown', { ...release(10), more: 1 }],
    ['kind-unknown', { ...release(10), kind: 'whisper' }],
    ['rule-unknown', { ...release(10), figures: [{ sets: {}, rule: 'guess', value: 10 }] }],
    ['count-malformed', { ...release(10), figures: [{ sets: {}, rule: '10-5', value: 12 }] }],
    ['count-malformed', { ...release(10), figures: [{ sets: {}, rule: 'exact', value: null }] }],
    ['contradiction', { ...release(10), figures: [{ sets: {}, rule: 'interval', value: [4, 3] }] }],
    ['field-malformed', { ...release(10), population: ' Persons' }],
    ['field-malformed', { ...release(10), figures: [] }],
    ['field-malformed', { ...release(10), floor: 5 }],
    ['json-malformed', []],
  ])('%s', (code, value) => {
    const read = readLedgerContent(value);
    expect(read.ok ? null : read.refusal.code).toBe(code);
  });
});
