import { describe, expect, test } from 'vitest';
import { charsetOf, putClient } from './put-client.ts';

const put = (page: string): string => Buffer.from(putClient(Buffer.from(page), '/c')).toString();
const script = '<script src="/c"></script>';

describe('the client', () => {
  test.each([
    [
      '<!doctype html><html><head lang="x"><script>1</script>',
      `<!doctype html><html><head lang="x">${script}<script>1</script>`,
    ],
    ['<HTML><HEAD></HEAD>', `<HTML><HEAD>${script}</HEAD>`],
    ['<!doctype html><title>T</title><script>1</script>', `<!doctype html>${script}<title>T</title><script>1</script>`],
    ['<!-- a --><html lang="en"><body>', `<!-- a --><html lang="en">${script}<body>`],
    ['<?xml version="1.0"?>\n<html><body/></html>', `<?xml version="1.0"?>\n<html>${script}<body/></html>`],
    ['<header>No head</header>', `${script}<header>No head</header>`],
    ['', script],
  ])('comes before all other scripts: %s', (page, expected) => expect(put(page)).toBe(expected));

  test('leaves every other byte as it is, in whatever way the page is written', () => {
    const latin = Buffer.from('<head><p>\xe9\xff', 'latin1');
    expect(Buffer.from(putClient(latin, '/c')).toString('latin1')).toBe(`<head>${script}<p>\xe9\xff`);
    const wide = Buffer.from(`\uFEFF<html><head><title>é</title>`, 'utf16le');
    expect(Buffer.from(putClient(wide, '/c')).toString('utf16le')).toBe(`\uFEFF<html><head>${script}<title>é</title>`);
    expect([charsetOf(latin), charsetOf(Buffer.from('é'))]).toEqual(['', '; charset=utf-8']);
  });
});
