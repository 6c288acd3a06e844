import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
// A frame without an origin cannot start a worker: the library finds this and runs in the frame itself.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
import type { ViewerFailure, ViewerOrder } from '#kernel/documents';

type Shown = { readonly ok: true; readonly pages: number } | { readonly ok: false; readonly code: ViewerFailure };

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** Shows the pages of a PDF under each other. Scripts and XFA are off; nothing is fetched. */
export async function showPdf(order: ViewerOrder, into: HTMLElement): Promise<Shown> {
  let pdf: PDFDocumentProxy;
  try {
    pdf = await getDocument({
      data: new Uint8Array(order.bytes),
      enableXfa: false,
      useSystemFonts: true,
      useWasm: false,
      useWorkerFetch: false,
      wasmUrl: '/assets/viewer/codecs/',
      maxImageSize: 50_000_000,
      disableAutoFetch: true,
    }).promise;
  } catch (error) {
    return {
      ok: false,
      code: error instanceof Error && error.name === 'PasswordException' ? 'ViewerNeedsPassword' : 'ViewerCannotShow',
    };
  }
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  startBar(order, into, pages);
  return { ok: true, pages: pages.length };
}

function startBar(order: ViewerOrder, into: HTMLElement, pages: readonly PDFPageProxy[]): void {
  const bar = document.getElementById('bar');
  const place = document.getElementById('place');
  const smaller = document.getElementById('smaller');
  const larger = document.getElementById('larger');
  if (!bar || !place || !smaller || !larger) return;
  smaller.setAttribute('aria-label', order.words.smaller);
  larger.setAttribute('aria-label', order.words.larger);
  bar.hidden = false;
  let zoom = 2;
  const say = (page: number): void => {
    place.textContent = order.words.place.replace('{page}', String(page)).replace('{pages}', String(pages.length));
  };
  let stop = drawAll(into, pages, zooms[zoom] ?? 1, say);
  const turn = (by: number): void => {
    zoom = Math.min(zooms.length - 1, Math.max(0, zoom + by));
    stop();
    stop = drawAll(into, pages, zooms[zoom] ?? 1, say);
  };
  smaller.addEventListener('click', () => turn(-1));
  larger.addEventListener('click', () => turn(1));
  say(1);
}

/** Lays out all pages and draws each when it comes near; answers how to stop. */
function drawAll(
  into: HTMLElement,
  pages: readonly PDFPageProxy[],
  zoom: number,
  say: (page: number) => void,
): () => void {
  into.replaceChildren();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const at = canvases.findIndex((canvas) => canvas === target);
        const page = pages[at];
        const canvas = canvases[at];
        if (isIntersecting && page && canvas && canvas.dataset['drawn'] !== 'yes') void draw(page, canvas, zoom);
      }
    },
    { rootMargin: '600px' },
  );
  const current = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) say(canvases.findIndex((canvas) => canvas === target) + 1);
      }
    },
    { rootMargin: '-45% 0px -45% 0px' },
  );
  const canvases = pages.map((page) => layOut(page, into, zoom));
  for (const canvas of canvases) {
    seen.observe(canvas);
    current.observe(canvas);
  }
  return () => {
    seen.disconnect();
    current.disconnect();
  };
}

/** An empty sheet of the page's size. */
function layOut(page: PDFPageProxy, into: HTMLElement, zoom: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { width, height } = sizeOf(page, into, zoom);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  into.append(canvas);
  return canvas;
}

function sizeOf(
  page: PDFPageProxy,
  into: HTMLElement,
  zoom: number,
): { readonly width: number; readonly height: number; readonly scale: number } {
  const natural = page.getViewport({ scale: 1 });
  const scale =
    (Math.max(200, into.clientWidth - 24) / natural.width) *
    Math.min(1, 1000 / Math.max(200, into.clientWidth - 24)) *
    zoom;
  return { width: Math.floor(natural.width * scale), height: Math.floor(natural.height * scale), scale };
}

async function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, zoom: number): Promise<void> {
  canvas.dataset['drawn'] = 'yes';
  const { scale } = sizeOf(page, canvas.parentElement ?? canvas, zoom);
  const viewport = page.getViewport({ scale: scale * Math.min(2, devicePixelRatio) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  // What a page says, for those who do not see it.
  const text = await page.getTextContent();
  canvas.textContent = text.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
