import { useEffect, useRef, type ReactNode } from 'react';

/**
 * Moves the focus to what has just opened elsewhere on the page, so that it is seen and announced: to its first field, or to
 * the whole as a group where it has a label.
 */
export function TakesFocus({
  id,
  label,
  children,
}: {
  readonly id?: string;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const isGroup = label !== undefined;
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input, select, textarea');
    (isGroup ? box.current : first)?.focus();
  }, [isGroup]);
  return (
    <div ref={box} id={id} {...(isGroup ? { tabIndex: -1, role: 'group', 'aria-label': label } : {})}>
      {children}
    </div>
  );
}
