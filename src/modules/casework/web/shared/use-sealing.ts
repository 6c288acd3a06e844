import { useEffect, useState } from 'react';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { createSealer, type FormToSeal, type Sealer } from './create-sealer.ts';

/** Sealing of what is typed in one form. */
export interface Sealing extends Pick<Sealer, 'typed' | 'pause' | 'drop'> {
  /** True once what is typed now lies sealed with the case. */
  readonly sealed: boolean;
}

/** Seals what is typed two seconds after the last key and before keys are dropped. */
export function useSealing(subject: FormToSeal): Sealing {
  const { work } = useWork();
  const { session } = useOpenWork();
  const [sealed, setSealed] = useState(false);
  const [sealer] = useState(() => createSealer(work, session, subject, setSealed));
  useEffect(() => sealer.see(subject.opened), [sealer, subject.opened]);
  useEffect(() => sealer.start(), [sealer]);
  return { sealed, typed: sealer.typed, pause: sealer.pause, drop: sealer.drop };
}
