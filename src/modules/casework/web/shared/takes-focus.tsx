import { useEffect, useRef, type ReactNode } from 'react';

/** Moves the focus to what has just opened elsewhere on the page, so that it is seen and announced. */
export function TakesFocus({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return (
    <div ref={box} id={id}>
      {children}
    </div>
  );
}
