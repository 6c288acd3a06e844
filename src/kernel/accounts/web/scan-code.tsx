import { useEffect, useRef, useState } from 'react';
import { ScanLine } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import styles from './accounts.module.css';

/** Milliseconds between two looks at what the camera sees. */
const lookEvery = 200;
/** Pictures are looked at no wider than this, which is enough for a code held before the camera. */
const widest = 640;

/**
 * Reads a QR code with the camera of this device and gives its text. Pictures stay in this page: nothing is
 * sent or kept, and the camera is switched off with the first code, on "Stop" and when the page goes.
 */
export function ScanCode({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useLanguage();
  const [at, setAt] = useState<'off' | 'on' | 'refused'>('off');
  const found = (text: string): void => {
    setAt('off');
    onText(text);
  };
  return (
    <div className={styles['scan']}>
      <div>
        <Button
          icon={<ScanLine size={20} strokeWidth={1.75} aria-hidden />}
          aria-expanded={at === 'on'}
          onClick={() => setAt(at === 'on' ? 'off' : 'on')}
        >
          {t(at === 'on' ? 'accounts.scanStop' : 'accounts.scan')}
        </Button>
      </div>
      {at === 'refused' && <Notice tone="soon">{t('accounts.scanRefused')}</Notice>}
      {at === 'on' && <CameraPicture onText={found} onRefused={() => setAt('refused')} />}
    </div>
  );
}

function CameraPicture({
  onText,
  onRefused,
}: {
  readonly onText: (text: string) => void;
  readonly onRefused: () => void;
}) {
  const { t } = useLanguage();
  const picture = useRef<HTMLVideoElement>(null);
  const told = useRef({ onText, onRefused });
  useEffect(() => {
    told.current = { onText, onRefused };
  });
  useEffect(() => {
    const stop = new AbortController();
    const video = picture.current;
    if (video)
      void watch(video, stop.signal, (text) => told.current.onText(text)).catch(() => told.current.onRefused());
    return () => stop.abort();
  }, []);
  return (
    <>
      <video ref={picture} className={styles['camera']} aria-label={t('accounts.scanPicture')} muted playsInline />
      <p role="status">{t('accounts.scanHold')}</p>
    </>
  );
}

/** Looks through the camera until a code is read or somebody stops; rejects when there is no camera to use. */
async function watch(video: HTMLVideoElement, stop: AbortSignal, onText: (text: string) => void): Promise<void> {
  const [{ default: readCode }, stream] = await Promise.all([
    import('jsqr'),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
  ]);
  const end = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (stop.aborted) return end();
  stop.addEventListener('abort', end);
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  const look = (): void => {
    if (stop.aborted) return;
    const seen = pixelsOf(video, canvas);
    const text = seen && readCode(seen.data, seen.width, seen.height)?.data;
    if (!text) return void setTimeout(look, lookEvery);
    end();
    onText(text);
  };
  look();
}

function pixelsOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const scale = Math.min(1, widest / Math.max(1, video.videoWidth));
  const width = Math.round(video.videoWidth * scale);
  const height = Math.round(video.videoHeight * scale);
  if (width === 0 || height === 0) return null;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(video, 0, 0, width, height);
  return pen?.getImageData(0, 0, width, height) ?? null;
}
