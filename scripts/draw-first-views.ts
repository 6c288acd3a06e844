/** Pages of courses with the beginning of their first scene in them, so that it is read before the script has come. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import type { ReleasedCourse } from '#modules/learning';

type DrawFirst = (course: ReleasedCourse) => string;

/**
 * For each built course and language a page, `learn/ID.LANGUAGE.html`: that of the player, its style sheets first, with the
 * beginning of the course in it. To be made when nothing is written into the built page any more.
 */
export async function drawFirstViews(root: string, built: string): Promise<ReadonlyMap<string, string>> {
  const page = readFileSync(join(built, 'learn.html'), 'utf8');
  const draw = await loadDrawing(root);
  const pages = new Map<string, string>();
  for (const id of readdirSync(join(built, 'courses'))) {
    const texts = readdirSync(join(built, 'courses', id)).filter((name) => name !== 'offline.json');
    for (const name of texts) {
      // Written by our own build.
      const course = JSON.parse(readFileSync(join(built, 'courses', id, name), 'utf8')) as ReleasedCourse;
      pages.set(`learn/${id}.${course.language}.html`, pageOf(page, course, draw(course)));
    }
  }
  return pages;
}

/** Components and their styles as the build sees them. */
async function loadDrawing(root: string): Promise<DrawFirst> {
  const server = await createServer({
    ...{ configFile: false, root, logLevel: 'error', appType: 'custom', plugins: [react()] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const loaded = await server.ssrLoadModule('/learn/draw-first.tsx');
    // What that file exports.
    return loaded['drawFirst'] as DrawFirst;
  } finally {
    await server.close();
  }
}

function pageOf(page: string, { language, title }: ReleasedCourse, drawn: string): string {
  const sheets = page.match(/^ *<link rel="stylesheet".*\n/gm) ?? [];
  const rest = sheets.reduce((left, sheet) => left.replace(sheet, ''), page);
  const first = `<div id="first" lang="${language}">${drawn}</div>\n    <div id="root"></div>`;
  const filled = rest
    .replace('<html lang="en"', () => `<html lang="${language}"`)
    .replace(/<title>.*<\/title>\n/, () => `<title>${escape(title)}</title>\n${sheets.join('')}`)
    .replace('<div id="root"></div>', () => first);
  if (!filled.includes(first) || sheets.length === 0) throw new Error('the page of the player has changed its form');
  return filled;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
