import type { ViewerAnswer, ViewerOrder } from '#kernel/documents';
import { readOrder } from './read-order.ts';
import { showPdf } from './show-pdf.ts';

// This page runs in a frame without an origin: no storage, no network, no parent. It hands out one port
// and shows what comes through it.
const sheets = document.getElementById('sheets');
const channel = new MessageChannel();
const answer = (message: ViewerAnswer): void => channel.port1.postMessage(message);

channel.port1.addEventListener('message', (event: MessageEvent<unknown>) => {
  const order = readOrder(event.data);
  if (order && sheets) void show(order, sheets).catch(() => answer({ kind: 'failed', code: 'ViewerCannotShow' }));
});
channel.port1.start();
parent.postMessage({ kind: 'viewer-ready' }, '*', [channel.port2]);

async function show(order: ViewerOrder, into: HTMLElement): Promise<void> {
  document.documentElement.lang = order.language;
  document.documentElement.style.colorScheme = order.scheme;
  into.replaceChildren();
  switch (order.mediaKind) {
    case 'text':
      showText(order.bytes, into);
      return answer({ kind: 'shown', pages: 1 });
    case 'picture':
      await showPicture(order, into);
      return answer({ kind: 'shown', pages: 1 });
    case 'pdf': {
      const shown = await showPdf(order, into);
      return answer(shown.ok ? { kind: 'shown', pages: shown.pages } : { kind: 'failed', code: shown.code });
    }
  }
}

function showText(bytes: ArrayBuffer, into: HTMLElement): void {
  const text = document.createElement('pre');
  text.dir = 'auto';
  text.textContent = decode(bytes);
  into.append(text);
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Older programs on Windows write this; anything else would not have been taken as text.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function showPicture(order: ViewerOrder, into: HTMLElement): Promise<void> {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([order.bytes], { type: order.mediaType }));
  picture.src = address;
  picture.alt = order.words.picture;
  await picture.decode();
  URL.revokeObjectURL(address);
  into.append(picture);
}
