import { useEffect, useRef } from 'react';
import { readFrameMessage, type FrameMessage } from '../../model/open/play/frame-message.ts';
import styles from './play.module.css';

/** Milliseconds that a page may take to go. */
const longestGoodbye = 3_000;

interface PackageFrameProps {
  readonly address: string;
  readonly title: string;
  /** Shows an empty page in its place: so what the package says when it is left is still heard. */
  readonly emptied: boolean;
  readonly onMessage: (message: FrameMessage) => void;
  /** May be told twice. */
  readonly onEmptied: () => void;
}

/** Pages of a package, without an origin: no storage, no cookie, no way out. What they say is heard from this frame alone. */
export function PackageFrame({ address, title, emptied, onMessage, onEmptied }: PackageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent): void => {
      if (source === null || source !== frame.current?.contentWindow || origin !== 'null') return;
      const message = readFrameMessage(data);
      if (message !== null) onMessage(message);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [onMessage]);
  useEffect(() => frame.current?.focus(), []);
  useEffect(() => {
    if (!emptied) return undefined;
    // A frame that hangs must not keep anybody here.
    const timer = setTimeout(onEmptied, longestGoodbye);
    return () => clearTimeout(timer);
  }, [emptied, onEmptied]);
  return (
    <iframe
      ref={frame}
      className={styles['frame']}
      title={title}
      sandbox="allow-scripts allow-forms"
      src={emptied ? 'about:blank' : address}
      // What a page says while it goes comes a moment after it is gone: it runs beside ours.
      onLoad={() => emptied && setTimeout(onEmptied, 100)}
    />
  );
}
