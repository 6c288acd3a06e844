import { useEffect, useRef } from 'react';
import { readFrameMessage, type FrameMessage } from '../../model/open/play/frame-message.ts';
import styles from './play.module.css';

interface PackageFrameProps {
  readonly address: string;
  readonly title: string;
  /** Shows an empty page in its place: so what the package says when it is left is still heard. */
  readonly emptied: boolean;
  readonly onMessage: (message: FrameMessage) => void;
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
