import { useEffect, useRef } from 'react';
import { createKeyReader, type KeyBindings } from './key-reader.ts';

const keptUnder = 'baken.keys';

/** Whether single keys do something on this device (WCAG 2.1.4: they can be switched off). */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(keptUnder) !== 'off';
}

/** Switches single keys on or off on this device. */
export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(keptUnder, on ? 'on' : 'off');
}

const bound: { readonly current: KeyBindings }[] = [];
const read = createKeyReader();

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  if (!singleKeysAreOn() || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  const name = read(event.key, event.timeStamp);
  const act = name === null ? undefined : bound.findLast(({ current }) => Object.hasOwn(current, name))?.current[name];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Letters belong to the field somebody types in; a list of choices answers to letters too. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Gives keys a meaning while a component is shown; the component shown last wins. */
export function useKeys(bindings: KeyBindings): void {
  const own = useRef(bindings);
  useEffect(() => {
    own.current = bindings;
  });
  useEffect(() => {
    if (bound.length === 0) document.addEventListener('keydown', listen);
    bound.push(own);
    return () => {
      bound.splice(bound.indexOf(own), 1);
      if (bound.length === 0) document.removeEventListener('keydown', listen);
    };
  }, []);
}

/** Ctrl or Cmd with Enter sends the form that holds the focus. */
export function useSaveKey(): void {
  useEffect(() => {
    const save = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    };
    document.addEventListener('keydown', save);
    return () => document.removeEventListener('keydown', save);
  }, []);
}

/** Moves the focus to the next or previous row of the list on the page; rows are marked with `data-row`. */
export function stepThroughRows(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? rows[by === 1 ? 0 : rows.length - 1] : rows[at + by];
  next?.focus();
}
