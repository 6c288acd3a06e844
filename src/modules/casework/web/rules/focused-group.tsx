import { useEffect, useRef, type ReactNode } from 'react';

/** Takes the focus when it appears, since what was pressed to bring it is gone by then. */
export function FocusedGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={label}>
      {children}
    </div>
  );
}
