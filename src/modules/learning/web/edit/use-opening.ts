import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createId, type Result } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import type { DraftId } from '../../model/open/edit/draft-id.ts';

/** Does something that makes a draft, and goes to it. */
export function useOpening() {
  const { work } = useWork();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const open = async (make: (draft: DraftId) => Promise<Result<boolean, { readonly type: string }>>): Promise<void> => {
    setBusy(true);
    const id = createId<DraftId>(work.parts.randomBytes);
    const made = await make(id);
    setBusy(false);
    setRefused(made.ok ? null : made.refusal.type);
    if (made.ok && made.value) void navigate({ to: '/courses/$', params: { _splat: `${id}/scenes` } });
  };
  return { busy, refused, setRefused, open };
}
