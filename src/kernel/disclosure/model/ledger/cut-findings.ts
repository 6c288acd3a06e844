import type { LedgerAudit, LedgerFinding } from './ledger-entry.ts';

/** As many findings, steps of one, letters of a name, and letters of all together as an entry holds; a letter may be four bytes, and is written in base64. */
const most = { findings: 50, steps: 400, letters: 200, all: 60_000 };

/**
 * What of the findings goes into an entry, and how many more there are. The first ones are all told, with names cut where they are very long. The
 * figures that prove one stand there as long as there is room: all of them, or none, since a part proves nothing. The verdict counts all findings.
 */
export function cutFindings(findings: readonly LedgerFinding[]): Pick<LedgerAudit, 'why' | 'more'> {
  const kept = findings.slice(0, most.findings).map(shorten);
  let left = most.all - kept.reduce((sum, finding) => sum + lengthOf(withoutSteps(finding)), 0);
  const why = kept.map((finding) => {
    const bare = withoutSteps(finding);
    const further = lengthOf(finding) - lengthOf(bare);
    if (further > left || (finding.kind === 'group' && finding.steps.length > most.steps)) return bare;
    left -= further;
    return finding;
  });
  const more = findings.length - why.length;
  return more === 0 ? { why } : { why, more };
}

function lengthOf(finding: LedgerFinding): number {
  return JSON.stringify(finding).length;
}

function withoutSteps(finding: LedgerFinding): LedgerFinding {
  return finding.kind === 'group' ? { ...finding, steps: [] } : finding;
}

function shorten(finding: LedgerFinding): LedgerFinding {
  if (finding.kind === 'inside') return { ...finding, inside: cut(finding.inside), around: cut(finding.around) };
  if (finding.kind !== 'group') return { ...finding, target: cut(finding.target) };
  const steps = finding.steps.map((step) => ({ ...step, name: cut(step.name) }));
  return { ...finding, target: cut(finding.target), steps };
}

/** Cut between signs, never within one. */
function cut(name: string): string {
  if (name.length <= most.letters) return name;
  const start = name.slice(0, most.letters - 2).toWellFormed();
  return `${start.replace(/\uFFFD$/u, '')} …`;
}
