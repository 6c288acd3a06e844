import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { SheetPaper } from './sheet-paper.tsx';
import type { Fitting } from './use-fit.ts';
import styles from './sheet.module.css';

/** One page of A4 in pixels, less what printers round. */
const pageHeight = (297 / 25.4) * 96 - 16;

/**
 * The paper beside the page, in the size it is printed, which tells whether it fits on one. It is printed instead of
 * everything else while it is mounted, and is blank until `ready`.
 */
export function SheetPrint({ fitting, ready }: { readonly fitting: Fitting; readonly ready: boolean }) {
  const paper = useRef<HTMLDivElement>(null);
  const { way, onMeasured } = fitting;
  useEffect(() => {
    let wanted = true;
    // Letters that come later are wider or narrower.
    void document.fonts.ready.then(() => {
      if (wanted && way !== null && paper.current !== null) onMeasured(way, paper.current.scrollHeight <= pageHeight);
    });
    return () => {
      wanted = false;
    };
  }, [way, onMeasured]);
  return createPortal(
    <div className={styles['beside']} data-print-sheet data-ready={ready} aria-hidden>
      <div ref={paper} className={styles['page']} data-points={way?.points}>
        {way && <SheetPaper sheet={way.sheet} />}
      </div>
    </div>,
    document.body,
  );
}
