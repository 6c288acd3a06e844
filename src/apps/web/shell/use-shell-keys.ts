import { useLocation, useNavigate } from '@tanstack/react-router';
import { useWork } from '#kernel/spaces/web';
import { stepThroughRows, useKeys } from '#platform/web/state';

/** The keys that work on every screen; those of one screen are bound by that screen. */
export function useShellKeys({ showKeys }: { readonly showKeys: () => void }): void {
  const { work } = useWork();
  const navigate = useNavigate();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const go = (to: string) => () => void navigate({ to });
  useKeys({
    '?': showKeys,
    '/': () => document.getElementById('find')?.focus(),
    n: () => void navigate({ to: '/contact', hash: caseOf(here) }),
    j: () => stepThroughRows(1),
    k: () => stepThroughRows(-1),
    'g o': go('/overview'),
    'g w': go('/week'),
    'g c': go('/cases'),
    'g d': go('/deadlines'),
    'g l': () => work.lock('locked'),
  });
}

/** The case that is on the screen, for whom a contact is then logged; empty elsewhere. */
function caseOf(path: string): string {
  return /^\/cases\/([0-9a-f-]{36})/.exec(path)?.[1] ?? '';
}
