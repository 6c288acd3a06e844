import { describe, expect, test } from 'vitest';
import { findPack, releasedPacks } from '#kernel/procedures';
import { explainPack } from './explain-pack.ts';

const pack = findPack(releasedPacks, 'nl-residence@2026.1');
if (pack === null) throw new Error('the pack was released');

describe('a rule in the terminal', () => {
  test('is found by the name of a date, a guard, a document, a stage, or by its place', () => {
    for (const name of ['D13', 'case-running', 'passport', 'S1', 'tracks.0.transitions.0'])
      expect(explainPack(pack, name), name).not.toBeNull();
    expect(explainPack(pack, 'D99')).toBeNull();
  });

  test('says its sentences, its sources and what asks for it', () => {
    const lines = explainPack(pack, 'D18') ?? [];
    expect(lines[0]).toMatch(/^ {2}Pay the court fee \(D18, deadlines\.\d+\)$/);
    expect(lines).toContain('    It lasts 4 weeks.');
    expect(lines.join('\n')).toContain('Algemene wet bestuursrecht (text of 26 November 2015), 8:41. Read on');
    expect((explainPack(pack, 'D26') ?? []).join('\n')).toContain('    Asked by:\n      - ');
    // Three rules carry this name.
    expect((explainPack(pack, 'D13') ?? []).join(' ').match(/D13, +deadlines\.\d+/g)).toHaveLength(3);
  });

  test('is Dutch when that is asked', () => {
    expect(explainPack(pack, 'D18', 'nl')).toContain('    De termijn duurt 4 weken.');
  });
});

test('a whole pack fits the width of a terminal and begins with what a lawyer must look at', () => {
  for (const language of ['en', 'nl']) {
    const lines = explainPack(pack, undefined, language) ?? [];
    expect(lines.length).toBeGreaterThan(1_000);
    // A word that is longer than a line stays whole: addresses.
    expect(lines.filter((line) => line.length > 100 && !line.includes('http'))).toEqual([]);
  }
  const lines = explainPack(pack, undefined) ?? [];
  expect(lines.indexOf('WHAT A LAWYER MUST LOOK AT')).toBeLessThan(12);
  expect(lines).toContain('    NOT VERIFIED. Do not rely on it without the lawyer.');
});
