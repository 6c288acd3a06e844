import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { writeXliff } from '#modules/learning';
import { run } from '../commands/course.ts';
import { readXliff } from './read-xliff.ts';

const sample = join(import.meta.dirname, '../../../../content/courses/recognising-trafficking');
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baken-text-'));
  cpSync(sample, folder, { recursive: true });
  file = join(folder, 'handed.xlf');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The command with what it answers, in this process: a process of its own takes seconds to begin. */
async function text(...words: string[]): Promise<{ readonly status: number; readonly out: string }> {
  let out = '';
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  try {
    return { status: await run(['text', ...words]), out };
  } finally {
    written.mockRestore();
  }
}
const json = async (...words: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await text(...words, '--json')).out) as Record<string, unknown>;
const handOut = (language = 'nl', format = 'xliff') =>
  text('export', '--course', folder, '--lang', language, '--format', format, '--out', file);
const change = (from: string | RegExp, to: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
const words = (name: string) => parse(readFileSync(join(folder, 'text', name), 'utf8')) as Record<string, string>;

describe('texts of a course', () => {
  test.each(['xliff', 'json'])('come back from %s as they went out', async (format) => {
    const before = words('nl.yaml');
    expect((await handOut('nl', format)).status).toBe(0);
    expect(await json('import', file, '--course', folder)).toMatchObject({
      ok: true,
      changed: [],
      drifted: [],
      complete: true,
    });
    expect(words('nl.yaml')).toEqual(before);
  });

  test('that were translated anew are written, with what they were made from and who looked', async () => {
    await handOut();
    change(
      '<target xml:space="preserve">Mensenhandel herkennen</target>',
      '<target>Mensenhandel <mrk id="m1">zien</mrk></target>',
    );
    change('<segment state="translated">', '<segment state="reviewed">');
    expect(await json('import', file, '--course', folder, '--reviewer', 'language')).toMatchObject({
      changed: ['title'],
    });
    expect(words('nl.yaml')['title']).toBe('Mensenhandel zien');
    const kept = JSON.parse(readFileSync(join(folder, 'text/nl.state.json'), 'utf8')) as Record<string, unknown>;
    expect(kept['title']).toMatchObject({
      from: 'Recognising human trafficking',
      state: 'reviewed',
      reviewer: 'language',
    });
    expect(kept['help']).toMatchObject({ state: 'translated', reviewer: null });
  });

  test('of which one is refused are not written, and every one that is refused is told', async () => {
    await handOut();
    change('Mensenhandel herkennen', 'Iets anders');
    change('Bel {slot:emergency}', 'Bel 112');
    change('>You<', '>Thou<');
    change('<unit id="people.imani"', '<unit id="people.nobody"');
    const told = await json('import', file, '--course', folder);
    expect(told).toMatchObject({ ok: false, written: null });
    expect((told['faults'] as { code: string }[]).map(({ code }) => code)).toEqual([
      'mark-lost',
      'source-altered',
      'key-unknown',
    ]);
    expect(words('nl.yaml')['title']).toBe('Mensenhandel herkennen');
    expect(existsSync(join(folder, 'text/nl.state.json'))).toBe(false);
  });

  test('are only looked at where somebody wants to see first', async () => {
    await handOut();
    change('Mensenhandel herkennen', 'Iets anders');
    expect(await json('import', file, '--course', folder, '--dry-run')).toMatchObject({
      changed: ['title'],
      written: null,
    });
    expect(words('nl.yaml')['title']).toBe('Mensenhandel herkennen');
  });

  test('whose words changed meanwhile are taken, marked, and shown with what they were', async () => {
    await handOut();
    const source = join(folder, 'text/en.yaml');
    writeFileSync(source, readFileSync(source, 'utf8').replace('title: Recognising human', 'title: Seeing human'));
    expect(await json('import', file, '--course', folder)).toMatchObject({ ok: true, drifted: ['title'] });
    expect(await json('status', '--course', folder, '--lang', 'nl')).toMatchObject({
      missing: [],
      drifted: [{ key: 'title', from: 'Recognising human trafficking', source: 'Seeing human trafficking' }],
    });
    await handOut();
    const again = readXliff(readFileSync(file, 'utf8'))?.texts.find(({ key }) => key === 'title');
    expect(again).toMatchObject({ state: 'initial', target: 'Mensenhandel herkennen' });
    expect(readFileSync(file, 'utf8')).toContain('<note>Translated from: Recognising human trafficking</note>');
  });

  test('of a new language wait in a file of their own until all are there', async () => {
    expect((await handOut('de', 'json')).status).toBe(0);
    const handed = JSON.parse(readFileSync(file, 'utf8')) as { texts: { source: string; target: string | null }[] };
    const [first, ...rest] = handed.texts;
    if (first !== undefined) first.target = 'Menschenhandel erkennen';
    writeFileSync(file, JSON.stringify(handed));
    expect(await json('import', file, '--course', folder)).toMatchObject({
      written: 'text/de.part.yaml',
      complete: false,
    });
    for (const one of rest) one.target = one.source;
    writeFileSync(file, JSON.stringify(handed));
    expect(await json('import', file, '--course', folder)).toMatchObject({ written: 'text/de.yaml', complete: true });
    expect(words('de.yaml')['title']).toBe('Menschenhandel erkennen');
    expect(existsSync(join(folder, 'text/de.part.yaml'))).toBe(false);
  });
});

test('what is no translation, or of another course, is refused and says so', async () => {
  await handOut();
  const good = readFileSync(file, 'utf8');
  for (const bad of [
    '',
    '{}',
    '<xliff/>',
    good.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'),
    good.slice(0, 900),
  ]) {
    writeFileSync(file, bad);
    expect((await text('import', file, '--course', folder)).status).toBe(2);
  }
  writeFileSync(file, good.replaceAll('recognising-trafficking@', 'another@'));
  expect((await text('import', file, '--course', folder)).status).toBe(2);
  expect((await handOut('en')).status).toBe(2);
  expect((await handOut('../nl')).status).toBe(2);
  expect((await text('export', '--course', 'no-such-course', '--lang', 'nl', '--out', file)).status).toBe(2);
});

test('any words survive the way through XLIFF', () => {
  // Signs that XML has no way to say are refused in courses too.
  const said = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((one) => !/\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u.test(one));
  fc.assert(
    fc.property(said, said, (source, target) => {
      const one = { key: 'a.b', scene: 'a', hash: 'h', state: 'final', locked: false, notes: [source] } as const;
      const whole = { course: 'c', version: '1.0.0', from: 'en', to: 'nl', texts: [{ ...one, source, target }] };
      expect(readXliff(writeXliff(whole))).toEqual({
        course: 'c',
        to: 'nl',
        texts: [{ key: 'a.b', hash: 'h', state: 'final', source, target: target.trim() === '' ? null : target }],
      });
    }),
  );
});
