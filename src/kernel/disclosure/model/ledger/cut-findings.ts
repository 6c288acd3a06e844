import type { LedgerFinding } from './ledger-entry.ts';

/** As many findings, steps of one, letters of a name, and letters of all together as an entry holds; a letter may be four bytes, and is written in base64. */
const most = { findings: 50, steps: 200, letters: 200, all: 60_000 };

/** What of the findings goes into an entry: the first ones, with names cut where they are very long. The verdict counts all of them. */
export function cutFindings(findings: readonly LedgerFinding[]): readonly LedgerFinding[] {
  const kept: LedgerFinding[] = [];
  let letters = 0;
  for (const finding of findings.slice(0, most.findings).map(shorten)) {
    letters += JSON.stringify(finding).length;
    if (letters > most.all) break;
    kept.push(finding);
  }
  return kept;
}

function shorten(finding: LedgerFinding): LedgerFinding {
  if (finding.kind === 'inside') return { ...finding, inside: cut(finding.inside), around: cut(finding.around) };
  if (finding.kind !== 'group') return { ...finding, target: cut(finding.target) };
  const steps = finding.steps.slice(0, most.steps).map((step) => ({ ...step, name: cut(step.name) }));
  return { ...finding, target: cut(finding.target), steps };
}

/** Cut between signs, never within one. */
function cut(name: string): string {
  if (name.length <= most.letters) return name;
  const start = name.slice(0, most.letters - 2).toWellFormed();
  return `${start.replace(/\uFFFD$/u, '')} …`;
}
