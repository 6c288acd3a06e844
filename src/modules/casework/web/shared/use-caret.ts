import { useEffect, useRef, type RefObject } from 'react';

/** Where somebody was typing: the name of the field and the place in its text. */
export interface Caret {
  readonly field: string;
  readonly at: number;
}

/** What a form element needs so that the caret is known. */
export interface CaretProps {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly onSelect: (event: { readonly target: EventTarget }) => void;
}

/** Remembers the caret of a form, and puts it back once where it was. */
export function useCaret(start: Caret | null): { readonly caret: () => Caret | null; readonly props: CaretProps } {
  const ref = useRef<HTMLFormElement | null>(null);
  const last = useRef<Caret | null>(start);
  useEffect(() => {
    if (!start) return;
    // After the page has moved the focus to its heading, as it does whenever another page is shown.
    const frame = requestAnimationFrame(() => {
      const field = ref.current?.elements.namedItem(start.field);
      if (!isText(field)) return;
      field.focus();
      const at = Math.min(start.at, field.value.length);
      field.setSelectionRange(at, at);
    });
    return () => cancelAnimationFrame(frame);
  }, [start]);
  const onSelect: CaretProps['onSelect'] = ({ target }) => {
    if (isText(target) && target.name !== '') last.current = { field: target.name, at: target.selectionStart ?? 0 };
  };
  return { caret: () => last.current, props: { ref, onSelect } };
}

function isText(field: unknown): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && (field.type === 'text' || field.type === 'search');
}
