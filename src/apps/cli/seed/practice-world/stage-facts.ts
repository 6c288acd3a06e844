import { addDays, type CivilDate } from '#platform/base';
import type { PracticeFact, PracticeStage } from './practice-world.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Facts and parameters that bring a fictional person to a stage, all on or before the day. */
export interface StageHistory {
  readonly parameters: Readonly<Record<string, string | boolean>>;
  readonly facts: readonly PracticeFact[];
  readonly startedOn: CivilDate;
}

/** A history for the stage; `index` turns through the variants of the stage so that each occurs. */
export function stageHistory(stage: PracticeStage, index: number, on: CivilDate, random: SeededRandom): StageHistory {
  switch (stage) {
    case 'start':
      return start(index, on, random);
    case 'reflection':
      return reflection(index, on, random);
    case 'awaiting':
      return awaiting(index, on, random);
    case 'permit':
      return permit(index, on, random);
    case 'extension':
      return extension(index, on, random);
  }
}

function start(index: number, on: CivilDate, random: SeededRandom): StageHistory {
  const startedOn = addDays(on, -random.between(1, 24));
  const facts: PracticeFact[] = [{ fact: 'signal', on: startedOn, by: index % 2 === 0 ? 'organisation' : 'police' }];
  if (index % 3 === 1) facts.push({ fact: 'intake-talk', on: addDays(startedOn, 1) });
  return { parameters: {}, facts, startedOn };
}

/** Days of a reflection period that already ran; the first three end within the week, one is Dublin. */
function reflection(index: number, on: CivilDate, random: SeededRandom): StageHistory {
  const dublin = index === 3 || index === 7;
  const running = index < 3 ? 86 + index : dublin ? 14 + index : random.between(4, 80);
  const granted = addDays(on, -running);
  const startedOn = addDays(granted, -random.between(1, 6));
  const facts: PracticeFact[] = [
    { fact: 'signal', on: startedOn, by: 'police' },
    { fact: 'reflection-granted', on: granted },
  ];
  if (index % 4 !== 2)
    facts.push({ fact: 'rvb-requested', on: addDays(granted, Math.min(running, random.between(2, 12))) });
  if (running > 40) facts.push({ fact: 'police-reporting', on: addDays(granted, 28) });
  return { parameters: dublin ? { dublin: true } : {}, facts, startedOn };
}

/** Report made, answer awaited; or, every fourth, asked because the person cannot cooperate. */
function awaiting(index: number, on: CivilDate, random: SeededRandom): StageHistory {
  const waiting = index === 0 ? 88 : random.between(6, 80);
  const asked = addDays(on, -waiting);
  const granted = addDays(asked, -random.between(20, 70));
  const startedOn = addDays(granted, -3);
  const facts: PracticeFact[] = [
    { fact: 'signal', on: startedOn, by: 'organisation' },
    { fact: 'reflection-granted', on: granted },
    { fact: 'rvb-requested', on: addDays(granted, 5) },
  ];
  if (index % 4 === 3) {
    facts.push(
      { fact: 'document-held', on: addDays(asked, -4), document: 'police-victim-statement' },
      { fact: 'document-held', on: addDays(asked, -2), document: 'medical-information' },
      { fact: 'non-cooperation-requested', on: asked },
    );
  } else {
    facts.push(
      { fact: 'report-signed', on: asked },
      { fact: 'm55-sent', on: addDays(asked, 1), at: '15:30' },
      { fact: 'm55-received', on: addDays(asked, 2) },
    );
  }
  if (index === 1) facts.push(...twiceTold(asked));
  if (index === 2) facts.push({ fact: 'completion-requested', on: addDays(on, -18), reason: 'general' });
  return { parameters: {}, facts, startedOn };
}

/** One card date was read wrongly and put right later. */
function twiceTold(asked: CivilDate): PracticeFact[] {
  return [
    { fact: 'om-presence-statement', on: addDays(asked, 5), necessary: false, id: 'letter-misread' },
    {
      fact: 'om-presence-statement',
      on: addDays(asked, 4),
      necessary: true,
      recorded: addDays(asked, 6),
      replaces: 'letter-misread',
    },
  ];
}

/** A temporary permit on ground a, b, c or d, from a few weeks to most of a year old. */
function permit(index: number, on: CivilDate, random: SeededRandom): StageHistory {
  const held = random.between(12, 250);
  return heldPermit(grounds[index % grounds.length] ?? 'b', addDays(on, -held), index);
}

const grounds = ['b', 'b', 'a', 'b', 'd', 'b', 'a', 'c'] as const;

function heldPermit(ground: 'a' | 'b' | 'c' | 'd', from: CivilDate, index: number): StageHistory {
  const asked = addDays(from, -(40 + (index % 5) * 7));
  const startedOn = addDays(asked, -50);
  const first: PracticeFact[] = [
    { fact: 'signal', on: startedOn, by: 'police' },
    { fact: 'reflection-granted', on: addDays(startedOn, 4) },
    { fact: 'rvb-requested', on: addDays(startedOn, 9) },
  ];
  const granted: PracticeFact = { fact: 'permit-granted', on: from, ground };
  if (ground === 'd') {
    const shown: PracticeFact[] = [
      { fact: 'document-held', on: addDays(asked, -6), document: 'police-victim-statement' },
      { fact: 'document-held', on: addDays(asked, -5), document: 'threat-statement' },
      { fact: 'non-cooperation-requested', on: asked },
    ];
    return { parameters: {}, facts: [...first, ...shown, granted], startedOn };
  }
  const witness = ground === 'c';
  const reported: PracticeFact[] = [
    { fact: witness ? 'cooperation-given' : 'report-signed', on: asked },
    { fact: 'm55-sent', on: addDays(asked, 1), at: '10:15' },
    { fact: 'm55-received', on: addDays(asked, 2) },
  ];
  if (witness) reported.push({ fact: 'om-presence-statement', on: addDays(asked, 6), necessary: true });
  if (ground === 'a') reported.push({ fact: 'prosecution-decided', on: addDays(from, -8) });
  const start = witness ? first.slice(0, 1) : first;
  return { parameters: witness ? { role: 'witness' } : {}, facts: [...start, ...reported, granted], startedOn };
}

/** The permit ends soon: some still have to ask for the extension, others wait for the answer. */
function extension(index: number, on: CivilDate, random: SeededRandom): StageHistory {
  const untilEnd = index === 0 ? 5 : index === 1 ? 12 : random.between(18, 80);
  const from = addDays(on, untilEnd - 364);
  const history = heldPermit(index % 3 === 1 ? 'a' : 'b', from, index);
  const facts = [...history.facts];
  if (index % 2 === 1) facts.push({ fact: 'document-held', on: addDays(on, -9), document: 'permit-copy' });
  if (index >= 4) facts.push({ fact: 'extension-requested', on: addDays(on, -random.between(1, 12)) });
  return { ...history, facts };
}
