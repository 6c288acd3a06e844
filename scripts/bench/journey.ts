import { findPack, journey, releasedPacks, term, termGroundOf, type Fact } from '#kernel/procedures';

/**
 * The journey engine in Node: one answer of all Dutch packs to sixty facts (goal 1 ms), one term (goal 20 µs), and a
 * thousand cases answered one after another, as after a new version of a pack.
 */
export function benchJourney(say: (line: string) => void): Promise<void> {
  const packs = ['nl-residence', 'nl-complaint', 'nl-compensation', 'nl-identity'].map((id) => {
    const pack = findPack(releasedPacks, id);
    if (pack === null) throw new Error('a released pack is missing');
    return pack;
  });
  const ground = termGroundOf(releasedPacks, 'nl-atw');
  if (ground === null) throw new Error('the calendar is missing');
  const facts = sixtyFacts();
  const answer = (on: string): void => {
    if (!journey(packs, { facts }, on).ok) throw new Error('the engine refused facts of the bench');
  };
  for (let warm = 0; warm < 200; warm += 1) answer('2026-11-25');
  const one = medianOf(600, () => answer('2026-11-25'));
  const counted = medianOf(600, () => {
    for (let at = 0; at < 100; at += 1) term({ from: '2026-11-27', period: 'P4W', rule: 'nl-atw' }, ground);
  });
  const began = performance.now();
  for (let at = 0; at < 1_000; at += 1) answer(`2026-${String((at % 12) + 1).padStart(2, '0')}-15`);
  const thousand = performance.now() - began;
  say('\nThe journey engine, Node, one at a time, median of 600');
  say(`  ${String(facts.length)} facts, four packs      ${one.toFixed(2)} ms     (goal 1 ms)`);
  say(`  a term of four weeks         ${((counted / 100) * 1_000).toFixed(1)} µs     (goal 20 µs)`);
  say(`  1,000 cases of 60 facts      ${(thousand / 1_000).toFixed(2)} s`);
  return Promise.resolve();
}

function medianOf(times: number, act: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const from = performance.now();
    act();
    return performance.now() - from;
  });
  return taken.toSorted((left, right) => left - right)[Math.floor(times / 2)] ?? Number.NaN;
}

/** A life with two permits, a refusal, an objection, a claim, and many letters to an embassy. Invented. */
export function sixtyFacts(): readonly Fact[] {
  const facts: Fact[] = [
    { fact: 'signal', on: '2025-01-03', by: 'police' },
    { fact: 'intake-talk', on: '2025-01-05' },
    { fact: 'offence-ended', on: '2024-12-31' },
    { fact: 'reflection-granted', on: '2025-01-10' },
    { fact: 'rvb-requested', on: '2025-01-15' },
    { fact: 'police-reporting', on: '2025-02-08' },
    { fact: 'report-signed', on: '2025-03-01' },
    { fact: 'm55-sent', on: '2025-03-02', at: '10:00' },
    { fact: 'm55-received', on: '2025-03-03' },
    { fact: 'permit-granted', on: '2025-03-10', ground: 'a' },
    { fact: 'safety-check-done', on: '2025-04-01' },
    { fact: 'fund-application', on: '2025-06-01' },
    { fact: 'fund-decided', on: '2025-12-01', outcome: 'partly' },
    { fact: 'fund-objection-lodged', on: '2026-01-05', committee: true },
    { fact: 'extension-requested', on: '2026-01-10' },
    { fact: 'completion-requested', on: '2026-01-20', reason: 'general' },
    { fact: 'application-completed', on: '2026-01-30' },
    { fact: 'extension-granted', on: '2026-03-20' },
    { fact: 'prosecution-decided', on: '2026-04-01' },
    { fact: 'continued-stay-requested', on: '2026-05-01', route: 'R1' },
    { fact: 'continued-stay-refused', on: '2026-08-01' },
    { fact: 'objection-lodged', on: '2026-08-20' },
  ];
  for (let at = 0; facts.length < 60; at += 1) {
    const on = `2025-${String(5 + (at % 8)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
    facts.push({ fact: 'embassy-contact', on, answer: 'none', office: `office ${String(at)}` });
  }
  return facts;
}
