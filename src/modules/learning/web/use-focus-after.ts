import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/**
 * Takes the focus to an element once what was asked for is drawn. For buttons that go away when they are pressed: who works by
 * keyboard or by ear must not be thrown back to the top of the page.
 */
export function useFocusAfter<Part extends HTMLElement>(): readonly [RefObject<Part | null>, () => void] {
  const target = useRef<Part>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) target.current?.focus();
  }, [asked]);
  return [target, useCallback(() => setAsked((before) => before + 1), [])];
}
