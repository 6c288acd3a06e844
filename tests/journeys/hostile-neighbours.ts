import type { Frame, Page } from 'playwright-core';
import { buildScorm } from '../support/build-package.ts';
import { buildZip } from '../support/build-zip.ts';

/**
 * What a hostile page has at hand. `look` tells what it finds in every place that pages of one browser may share; `leave` puts its name in
 * each of them; `reach` tries every way out. Run as text within the page.
 */
const hands = (name: string, ours: string): string => `
  const own = ${JSON.stringify(name)};
  const heard = [];
  window.addEventListener('message', ({ data }) => heard.push(data));
  window.addEventListener('storage', ({ newValue }) => heard.push(newValue));
  const attempt = async (run) => { try { return await run(); } catch (error) { return 'refused'; } };
  let channel = null;
  try { channel = new BroadcastChannel('all'); channel.onmessage = ({ data }) => heard.push(data); } catch {}
  const database = (run) => new Promise((done, failed) => {
    const asked = indexedDB.open('all');
    asked.onupgradeneeded = () => asked.result.createObjectStore('marks');
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const marks = asked.result.transaction('marks', 'readwrite').objectStore('marks');
      const got = run(marks);
      got.onsuccess = () => { asked.result.close(); done(got.result); };
    };
  });
  window.look = async () => ({
    local: await attempt(() => Object.keys(localStorage)),
    session: await attempt(() => Object.keys(sessionStorage)),
    cookie: await attempt(() => document.cookie),
    name: window.name,
    database: await attempt(() => database((marks) => marks.getAllKeys())),
    cache: await attempt(async () => (await (await caches.open('all')).keys()).map(({ url }) => new URL(url).search.slice(1))),
    folder: await attempt(async () => { const found = []; for await (const one of (await navigator.storage.getDirectory()).keys()) found.push(one); return found; }),
    locks: await attempt(async () => (await navigator.locks.query()).held.map(({ name }) => name)),
    heard: heard.map(String),
  });
  window.leave = async () => {
    await attempt(() => localStorage.setItem(own, own));
    await attempt(() => sessionStorage.setItem(own, own));
    for (const path of ['', '; path=/', '; path=/package', '; path=/; domain=' + location.hostname.split('.').slice(1).join('.')]) await attempt(() => { document.cookie = own + '=1' + path; });
    window.name = own;
    await attempt(() => database((marks) => marks.put(own, own)));
    await attempt(async () => (await caches.open('all')).put('?' + own, new Response(own)));
    await attempt(async () => (await navigator.storage.getDirectory()).getFileHandle(own, { create: true }));
    await attempt(() => { void navigator.locks.request(own, () => new Promise(() => {})); });
    await attempt(() => channel.postMessage(own));
    for (const above of [window['top'], window['opener']]) await attempt(() => above && above.postMessage(own, '*'));
  };
  window.reach = async () => ({
    top: await attempt(() => (window['top'] === window ? 'alone' : window['top']['document'].title)),
    opener: String(window['opener']),
    frames: await attempt(() => (window['top'] === window ? 'alone' : window['top']['length'] >= 0 && window['top']['frames'][0] === window ? 'only itself' : 'another')),
    popup: await attempt(() => (window.open('${ours}/', '_blank') === null ? 'refused' : 'window')),
    steer: await attempt(() => { if (window['top'] === window) return 'alone'; window['top'].location.href = 'https://example.org/'; return 'steered'; }),
    worker: await attempt(async () => { await navigator.serviceWorker.register('worker.js'); return 'got in'; }),
    shared: await attempt(async () => { new SharedWorker('worker.js'); await new Promise((done, failed) => setTimeout(failed, 300)); return 'got in'; }),
    ...Object.fromEntries(await Promise.all(['${ours}/api/me', '${ours}/health/live', '/api/me', '/package/x/a.html', 'https://example.org/'].map(
      async (address) => [address, await attempt(async () => { const { status } = await fetch(address, { credentials: 'include' }); return status === 404 ? 'refused' : status; })]))),
    post: await attempt(() => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'POST', action: '${ours}/api/learning/packages', target: '_self' });
      document.body.append(form);
      form.submit();
      return 'asked';
    }),
  });
  document.body.append('Ready');
`;

const page = (name: string, ours: string, across: boolean): string =>
  `<!doctype html><html lang="en"><head><title>${name}</title></head><body><p>${name}</p><script>${hands(name, ours)}
  ${across ? `if (false) parent.document.title = 'x';` : ''}</script></body></html>`;

/** A hostile course as our own people open it; `across` makes it one whose pages want to script each other. */
export function hostileScorm(name: string, ours: string, across: boolean): Buffer {
  const files = [
    { name: 'hostile.html', data: page(name, ours, across) },
    { name: 'worker.js', data: '' },
  ];
  return buildScorm('scorm12', [{ title: name, file: 'hostile.html' }], files);
}

/** The same by cmi5, as a key opens it. */
export function hostileCmi5(name: string, ours: string, across: boolean): Buffer {
  const words = (text: string): string => `<langstring lang="en">${text}</langstring>`;
  const structure = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/${name}">
    <title>${words(name)}</title><description>${words('D')}</description></course><au id="https://example.org/${name}/0"><title>${words(name)}</title>
    <description>${words('D')}</description><url>hostile.html</url></au></courseStructure>`;
  return buildZip([
    { name: 'cmi5.xml', data: structure },
    { name: 'hostile.html', data: page(name, ours, across) },
    { name: 'worker.js', data: '' },
  ]);
}

/** What a hostile page found in the places that pages may share. */
export type Looked = Readonly<Record<string, string | readonly string[]>>;

export const look = (there: Frame | Page): Promise<Looked> => there.evaluate('look()');
export const leave = (there: Frame | Page): Promise<unknown> => there.evaluate('leave()');
export const reach = (there: Frame | Page): Promise<Readonly<Record<string, string | number>>> =>
  there.evaluate('reach()');

/** The places in which something of `name` was found. */
export function tracesOf(name: string, looked: Looked): readonly string[] {
  return Object.entries(looked).flatMap(([place, found]) => (String(found).includes(name) ? [place] : []));
}
