import { useCallback, useState } from 'react';
import type { SheetFit } from './shorten-sheet.ts';

/** Trying ways to set a sheet on one page, one after another. */
export interface Fitting {
  /** The way that is being measured, or that fits. */
  readonly way: SheetFit | null;
  /** The first way that fits; null before it is found, and when there is none. */
  readonly fit: SheetFit | null;
  /** True when no way fits. */
  readonly tooLong: boolean;
  /** Said by the paper that `way` is set on. */
  onMeasured(way: SheetFit, fits: boolean): void;
}

/** Finds the first of the ways that fits; begins again with other ways. */
export function useFit(ways: readonly SheetFit[]): Fitting {
  const [tried, setTried] = useState({ ways, at: 0, found: false });
  const { at, found } = tried.ways === ways ? tried : { at: 0, found: false };
  const onMeasured = useCallback(
    (way: SheetFit, fits: boolean): void => {
      const measured = ways.indexOf(way);
      if (measured !== -1) setTried({ ways, at: fits ? measured : measured + 1, found: fits });
    },
    [ways],
  );
  const way = ways[at] ?? null;
  return { way, fit: found ? way : null, tooLong: way === null, onMeasured };
}
