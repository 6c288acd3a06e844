import { describe, expect, test } from 'vitest';
import type { JourneyAnswer } from '../../index.ts';
import { ask } from '../../testing/ask.ts';
import { permitA, reflection, rowsOfTable } from '../../testing/rows-of-table.ts';
import { matchesExample } from '../../testing/example-match.ts';

function residence(answer: JourneyAnswer): string {
  const stage = answer.stages.find(({ track }) => track === 'residence');
  return [stage?.stage, stage?.outcome, stage?.because?.confidence].filter((part) => part !== undefined).join(' ');
}

// Every row of table A1.1 of the fact base, which stage leads to which; a row that is missing fails at the end.
const { row, named } = rowsOfTable(test);

describe('A1.1, which stage leads to which', () => {
  row(
    'S0 → S1',
    'the slightest indication opens the reflection period, not for witnesses, in detention with consent',
    () => {
      expect(residence(ask(reflection, '2026-02-02'))).toBe('S1 B');
      const witness = ask(reflection, '2026-02-02', { role: 'witness' });
      expect(witness.warnings).toContainEqual(expect.objectContaining({ code: 'guard-unmet', guard: 'role-victim' }));
      const detained = ask('2026-01-30 signal', '2026-02-02', { detained: true });
      expect(
        matchesExample(detained.next, [
          { by: 'reflection-granted', guards: [{ id: 'detention-consent', state: 'to-show' }] },
        ]),
      ).toBe(true);
      expect(ask('2026-01-30 signal', '2026-02-02').next[0]?.guards.map(({ id }) => id)).toEqual([
        'role-victim',
        'first-reflection',
      ]);
    },
  );
  row('S0 → S2', 'somebody who reports at once', () => {
    expect(residence(ask('2026-02-01 report-signed', '2026-02-02'))).toBe('S2 B');
    expect(residence(ask('2026-02-01 report-signed', '2026-02-02', { role: 'witness' }))).toBe('S2 B');
  });
  row('S1 → S2', 'a report or other cooperation ends the reflection period', () => {
    expect(residence(ask(`${reflection}\n2026-02-20 report-signed`, '2026-02-21'))).toBe('S2 B');
    expect(residence(ask(`${reflection}\n2026-02-20 cooperation-given`, '2026-02-21'))).toBe('S2 B');
  });
  row(
    'S1 → S3d (application)',
    'who cannot cooperate asks with a police statement and a threat or medical paper',
    () => {
      const bare = ask(`${reflection}\n2026-02-20 non-cooperation-requested`, '2026-02-21');
      expect(residence(bare)).toBe('S3d-applied B');
      expect(bare.warnings.filter(({ code }) => code === 'guard-unmet')).toHaveLength(2);
      for (const document of ['threat-statement', 'medical-information']) {
        const papers = `2026-02-02 document-held document=police-victim-statement\n2026-02-03 document-held document=${document}`;
        const shown = ask(`${reflection}\n${papers}\n2026-02-20 non-cooperation-requested`, '2026-02-21');
        expect(shown.warnings.filter(({ code }) => code === 'guard-unmet')).toEqual([]);
      }
    },
  );
  row('S1 → S8', 'declining, leaving, another application, or the end of the period', () => {
    expect(residence(ask(`${reflection}\n2026-02-20 reflection-declined`, '2026-02-21'))).toBe('S8 declined B');
    expect(residence(ask(`${reflection}\n2026-02-20 left-unknown-destination`, '2026-02-21'))).toBe('S8 left B');
    expect(residence(ask(`${reflection}\n2026-02-20 other-permit-requested`, '2026-02-21'))).toBe(
      'S8 other-application B',
    );
    expect(residence(ask(`${reflection}\n2026-02-20 asylum-requested`, '2026-02-21'))).toBe('S8 other-application B');
    expect(residence(ask(reflection, '2026-04-30'))).toBe('S1 B');
    expect(residence(ask(reflection, '2026-05-01'))).toBe('S8 period-ended B');
  });
  row('S2 → S3a/b', 'the permit of a victim, while the case runs', () => {
    const waiting = ask('2026-02-01 report-signed', '2026-02-02');
    expect(
      matchesExample(waiting.next, [
        { by: 'permit-granted', to: 'S3a', open: true, guards: [{ id: 'case-running', state: 'met' }] },
      ]),
    ).toBe(true);
    expect(residence(ask('2026-02-01 report-signed\n2026-02-10 permit-granted ground=a', '2026-02-11'))).toBe('S3a B');
    expect(residence(ask('2026-02-01 cooperation-given\n2026-02-10 permit-granted ground=b', '2026-02-11'))).toBe(
      'S3b B',
    );
    const ended = ask(
      '2026-02-01 report-signed\n2026-02-05 investigation-closed\n2026-02-10 permit-granted ground=a',
      '2026-02-11',
    );
    expect(ended.warnings).toContainEqual(expect.objectContaining({ code: 'guard-unmet', guard: 'case-running' }));
  });
  row('S2 (Dublin) → S3a/b or refusal', 'the statement of the prosecutor decides', () => {
    const lines = (necessary: boolean, next: string): string =>
      `2026-02-01 report-signed\n2026-02-20 om-presence-statement necessary=${String(necessary)}\n2026-03-01 ${next}`;
    const dublin = { dublin: true };
    const yes = ask(lines(true, 'permit-granted ground=a'), '2026-03-02', dublin);
    expect([residence(yes), yes.warnings.some(({ code }) => code === 'guard-unmet')]).toEqual(['S3a A', false]);
    const no = ask(lines(false, 'permit-granted ground=b'), '2026-03-02', dublin);
    expect(no.warnings).toContainEqual(expect.objectContaining({ code: 'guard-unmet', guard: 'om-presence-needed' }));
    const refused = ask(lines(false, 'permit-refused'), '2026-03-02', dublin);
    expect(residence(refused)).toBe('S7 A');
    expect(refused.stages.find(({ track }) => track === 'remedy')?.stage).toBe('objection-open');
  });
  row('S2 → S3c', 'a witness whose presence is needed', () => {
    const lines =
      '2026-02-01 report-signed\n2026-02-20 om-presence-statement necessary=true\n2026-03-01 permit-granted ground=c';
    const witness = ask(lines, '2026-03-02', { role: 'witness' });
    expect([residence(witness), witness.warnings.filter(({ code }) => code === 'guard-unmet')]).toEqual(['S3c A', []]);
    expect(ask(lines, '2026-03-02').warnings).toContainEqual(
      expect.objectContaining({ code: 'guard-unmet', guard: 'role-witness' }),
    );
  });
  row('S3a-c → S4', 'an extension, with the case running or the presence still needed', () => {
    expect(residence(ask(`${permitA}\n2026-02-27 extension-requested`, '2026-02-27'))).toBe('S4 B');
    expect(residence(ask(`${permitA}\n2026-02-28 extension-requested`, '2026-02-28'))).toBe('S4 A');
    expect(residence(ask(`${permitA}\n2026-03-28 extension-requested`, '2026-03-28'))).toBe('S4 A');
    expect(residence(ask(`${permitA}\n2026-03-29 extension-requested`, '2026-03-29'))).toBe('S2 B');
    const witness =
      '2025-02-10 report-signed\n2025-02-20 om-presence-statement necessary=true\n2025-03-01 permit-granted ground=c';
    const asked = ask(`${witness}\n2026-02-01 extension-requested`, '2026-02-02', { role: 'witness' });
    expect([residence(asked), asked.warnings.filter(({ code }) => code === 'guard-unmet')]).toEqual(['S4 B', []]);
  });
  row('S3d → S4', 'is not permitted', () => {
    const asked = ask('2026-02-01 permit-granted ground=d\n2026-12-01 extension-requested', '2026-12-02');
    expect(residence(asked)).toBe('S3d B');
    expect(asked.issues).toEqual([
      { code: 'not-permitted', fact: { fact: 'extension-requested', on: '2026-12-01' }, stage: 'S3d' },
    ]);
    expect(asked.warnings).toContainEqual(expect.objectContaining({ code: 'extension-not-permitted' }));
  });
  const route = (answer: JourneyAnswer, name: string) => answer.next.find((step) => step.route === name);
  row('S3a/b → S5 (prosecution)', 'once the prosecutor decides to prosecute', () => {
    expect(route(ask(permitA, '2025-06-01'), 'R1')).toMatchObject({ open: false });
    expect(route(ask(`${permitA}\n2025-05-01 prosecution-decided`, '2025-06-01'), 'R1')).toMatchObject({
      open: true,
      to: 'S5-applied',
    });
    const lines = `${permitA}\n2025-05-01 prosecution-decided\n2025-06-01 continued-stay-requested route=R1\n2025-08-01 continued-stay-granted`;
    expect(residence(ask(lines, '2025-08-02'))).toBe('S5 B');
  });
  row('S3a/b → S5 (three years)', 'three years on the permit while the case runs', () => {
    const lines = '2022-02-10 report-signed\n2022-03-01 permit-granted ground=a until=2025-12-31';
    expect(route(ask(lines, '2025-02-28'), 'R4')).toMatchObject({ open: false });
    expect(route(ask(lines, '2025-03-01'), 'R4')).toMatchObject({ open: true });
  });
  row('S3a/b → S5 (special circumstances)', 'the case has ended', () => {
    expect(route(ask(permitA, '2025-06-01'), 'R5')).toMatchObject({ open: false });
    expect(route(ask(`${permitA}\n2025-05-01 case-dismissed`, '2025-06-01'), 'R5')).toMatchObject({
      open: true,
      guards: [
        { id: 'case-ended', state: 'met' },
        { id: 'special-circumstances', state: 'to-show' },
      ],
    });
  });
  row('S3c → S5', 'special circumstances only', () => {
    const answer = ask('2025-02-10 report-signed\n2025-03-01 permit-granted ground=c', '2025-06-01', {
      role: 'witness',
    });
    expect(answer.next.flatMap((step) => step.route ?? [])).toEqual(['R5']);
    expect(route(answer, 'R5')).toMatchObject({ open: true });
  });
  row('S3d → S5', 'after one year', () => {
    const lines = '2025-02-10 non-cooperation-requested\n2025-03-01 permit-granted ground=d until=2026-03-31';
    expect(ask(lines, '2026-02-28').next.flatMap((step) => step.route ?? [])).toEqual(['R6', 'R7']);
    expect([route(ask(lines, '2026-02-28'), 'R6'), route(ask(lines, '2026-02-28'), 'R7')]).toMatchObject([
      { open: false },
      { open: false },
    ]);
    expect([route(ask(lines, '2026-03-01'), 'R6'), route(ask(lines, '2026-03-01'), 'R7')]).toMatchObject([
      { open: true },
      { open: true },
    ]);
  });
  row('S3a/b → S6', 'dismissal, a final acquittal, a closed investigation', () => {
    for (const end of ['case-dismissed', 'investigation-closed', 'judgment-final outcome=acquittal']) {
      const answer = ask(`${permitA}\n2025-05-01 ${end}`, '2025-06-01');
      expect(residence(answer)).toBe('S6 case-ended B');
      expect(answer.warnings).toContainEqual(
        expect.objectContaining({ code: 'withdrawal-may-reach-back', to: '2025-05-01' }),
      );
    }
    expect(residence(ask(`${permitA}\n2025-05-01 judgment-final outcome=conviction`, '2025-06-01'))).toBe('S3a B');
  });
  row('S3a/b stays', 'while the accused is in cassation', () => {
    const accused = ask(`${permitA}\n2025-05-01 cassation-lodged by=accused`, '2025-06-01');
    expect([residence(accused), accused.rights.some(({ id }) => id === 'await-cassation')]).toEqual(['S3a B', true]);
    const law = ask(`${permitA}\n2025-05-01 cassation-lodged by=in-interest-of-law`, '2025-06-01');
    expect(law.rights.some(({ id }) => id === 'await-cassation')).toBe(false);
    expect(law.warnings).toContainEqual(expect.objectContaining({ code: 'cassation-does-not-count' }));
  });
  row('S2/S4/S5/S6 → S7', 'a negative decision opens objection', () => {
    expect(residence(ask('2026-02-01 report-signed\n2026-03-01 permit-refused', '2026-03-02'))).toBe('S7 A');
    expect(
      residence(ask(`${permitA}\n2026-02-01 extension-requested\n2026-03-10 extension-refused`, '2026-03-11')),
    ).toBe('S7 A');
    expect(
      residence(
        ask(`${permitA}\n2026-02-01 continued-stay-requested\n2026-03-10 continued-stay-refused`, '2026-03-11'),
      ),
    ).toBe('S7 A');
    expect(residence(ask(`${permitA}\n2025-05-01 case-dismissed\n2025-07-01 permit-withdrawn`, '2025-07-02'))).toBe(
      'S7 A',
    );
  });
  row('P1 granted → S2/S3', 'a court orders to prosecute: nobody has confirmed what follows', () => {
    const lines = `${permitA}\n2025-05-01 case-dismissed noticeServed=true\n2025-05-10 complaint-lodged\n2025-09-01 complaint-decided outcome=prosecution-ordered`;
    const answer = ask(lines, '2025-09-02');
    expect(residence(answer)).toBe('S3a GK');
    expect(answer.warnings).toContainEqual(
      expect.objectContaining({ code: 'unverified-rule', ref: 'prosecution-ordered' }),
    );
  });
  row('any → P4', 'an asylum request, which ends the reflection period', () => {
    const asylum = (lines: string): readonly string[] => {
      const answer = ask(lines, '2026-12-01');
      return [answer.stages.find(({ track }) => track === 'asylum')?.stage ?? '', residence(answer)];
    };
    expect(asylum(`${reflection}\n2026-02-20 asylum-requested`)).toEqual(['requested', 'S8 other-application B']);
    expect(asylum('2026-02-01 report-signed\n2026-02-20 asylum-requested')).toEqual(['requested', 'S2 B']);
    expect(asylum('2026-02-20 asylum-requested')).toEqual(['requested', 'S0']);
  });
});

test('no row of the table is missing', () => {
  expect(named()).toEqual(
    [
      'S0 → S1',
      'S0 → S2',
      'S1 → S2',
      'S1 → S3d (application)',
      'S1 → S8',
      'S2 → S3a/b',
      'S2 (Dublin) → S3a/b or refusal',
      'S2 → S3c',
      'S3a-c → S4',
      'S3d → S4',
      'S3a/b → S5 (prosecution)',
      'S3a/b → S5 (three years)',
      'S3a/b → S5 (special circumstances)',
      'S3c → S5',
      'S3d → S5',
      'S3a/b → S6',
      'S3a/b stays',
      'S2/S4/S5/S6 → S7',
      'P1 granted → S2/S3',
      'any → P4',
    ].toSorted(),
  );
});
