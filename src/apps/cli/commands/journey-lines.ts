import type { Deadline, JourneyAnswer, NextStep } from '#kernel/procedures';

/** An answer as plain text for people: where one stands, what is due and why, what may come next. */
export function journeyLines(answer: JourneyAnswer): readonly string[] {
  return [
    `On ${answer.on} (${answer.packs.map(({ id, version }) => `${id} ${version}`).join(', ')})`,
    '',
    'Where one stands',
    ...answer.stages.map(
      ({ track, title, stage, since }) => `  ${track}: ${title} (${stage})${since === null ? '' : ` since ${since}`}`,
    ),
    ...section('Dates', answer.deadlines.flatMap(deadlineLines)),
    ...section('What may come next', answer.next.flatMap(nextLines)),
    ...section(
      'Documents',
      answer.documents.map(
        ({ id, for: step, route, state, why }) =>
          `  ${state === 'held' ? '[x]' : '[ ]'} ${id} for ${step}${route === undefined ? '' : ` ${route}`}: ${why}`,
      ),
    ),
    ...section(
      'Rights',
      answer.rights.map(({ text, basis }) => `  ${text}${basis === undefined ? '' : ` ${basis}`}`),
    ),
    ...section(
      'Asked of the person',
      answer.obligations.map(({ text }) => `  ${text}`),
    ),
    ...section(
      'Watch out',
      answer.warnings.map(({ code, text }) => `  ${text} (${code})`),
    ),
    ...section(
      'Facts set aside',
      answer.issues.map(({ code, fact }) => `  ${code}: ${fact.fact} ${fact.on}`),
    ),
    ...section(
      'Still to come',
      answer.pending.map(({ fact, on }) => `  ${fact} ${on}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function deadlineLines({ ref, title, due, state, steps, sources }: Deadline): readonly string[] {
  return [
    `  ${due} ${ref} ${title}: ${state}`,
    ...(state === 'running'
      ? [
          ...steps.map(({ text }) => `      ${text}`),
          `      ${sources.map((source) => `${source.title}, ${source.article}`).join('; ')}`,
        ]
      : []),
  ];
}

function nextLines({ by, to, route, open, guards }: NextStep): readonly string[] {
  const asked = guards.map(({ id, state, on }) => `${id} ${state}${on === undefined ? '' : ` ${on}`}`).join(', ');
  return [
    `  ${open ? 'open' : 'closed'}: ${by}${route === undefined ? '' : ` ${route}`}${to === null ? '' : ` -> ${to}`}${asked === '' ? '' : ` (${asked})`}`,
  ];
}
