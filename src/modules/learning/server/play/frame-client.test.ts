import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginValues } from '../../model/open/play/begin-values.ts';
import { frameMark, readFrameMessage } from '../../model/open/play/frame-message.ts';
import type { PackageItem, ScormKind } from '../../model/open/play/package-item.ts';
import type { ScormValues } from '../../model/open/play/scorm-values.ts';
import { frameScript, type FrameSeed } from './frame-client.ts';

const item: PackageItem = {
  ...{ title: 'A', file: 'a.html', query: '', speaks: true, launchData: 'given', masteryScore: '80' },
};

type Api = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** A window with the client in it, as the script makes it there, and all that it said upwards. */
function openPage(kind: ScormKind, kept: ScormValues | null = null, name = '', aboveIt: object | null = null) {
  const said: unknown[] = [];
  const hears: ((event: { source: unknown; data: unknown }) => void)[] = [];
  const above = { postMessage: (message: unknown) => void said.push(message) };
  const page: Record<string, unknown> = {
    ...{ parent: aboveIt ?? above, name },
    addEventListener: (_kind: string, hear: (typeof hears)[number]) => void hears.push(hear),
  };
  const seed: FrameSeed = { kind, mark: frameMark, opening: 'one', ...beginValues(kind, item, kept, 'somebody') };
  // The script is run as a browser runs it: it knows nothing but its window.
  const run: unknown = runInThisContext(`(window) => { ${frameScript(seed)} }`);
  if (typeof run === 'function') run(page);
  const api = page[kind === 'scorm12' ? 'API' : 'API_1484_11'] as Api;
  const call = (act: string, ...given: readonly unknown[]): unknown => api[act]?.(...given);
  return { page, above, said, hears, call };
}

describe('the client in a page of a package', () => {
  test('answers as SCORM 1.2 says, at once, and tells what was set', () => {
    const { call, said } = openPage('scorm12', { 'cmi.suspend_data': 'page=3', 'cmi.core.exit': 'suspend' });
    expect([call('LMSGetValue', 'cmi.suspend_data'), call('LMSGetLastError')]).toEqual(['', '301']);
    expect([call('LMSInitialize', ''), call('LMSInitialize', '')]).toEqual(['true', 'false']);
    expect(call('LMSGetValue', 'cmi.suspend_data')).toBe('page=3');
    expect(call('LMSGetValue', 'cmi.core.entry')).toBe('resume');
    expect(call('LMSGetValue', 'cmi.student_data.mastery_score')).toBe('80');
    expect(call('LMSGetValue', 'cmi.interactions._count')).toBe('0');
    expect(call('LMSSetValue', 'cmi.interactions.0.id', 'q')).toBe('true');
    expect([call('LMSSetValue', 'cmi.interactions.2.id', 'q'), call('LMSGetLastError')]).toEqual(['false', '201']);
    expect(call('LMSGetValue', 'cmi.interactions._count')).toBe('1');
    const refused = [
      ['cmi.core.lesson_status', 'finished', '405'],
      ['cmi.core.score.raw', 'many', '405'],
      ['cmi.core.student_id', 'x', '403'],
      ['cmi.core._children', 'x', '402'],
      ['cmi.nothing', 'x', '401'],
      ['constructor', 'x', '401'],
      ['__proto__', 'x', '401'],
    ] as const;
    for (const [element, value, code] of refused)
      expect([element, call('LMSSetValue', element, value), call('LMSGetLastError')]).toEqual([element, 'false', code]);
    expect([call('LMSGetValue', 'cmi.core.exit'), call('LMSGetLastError')]).toEqual(['', '404']);
    expect(call('LMSGetValue', 'toString')).toBe('');
    expect(call('LMSSetValue', 'cmi.core.lesson_status', 'not attempted')).toBe('true');
    expect([call('LMSCommit', ''), call('LMSFinish', ''), call('LMSFinish', '')]).toEqual(['true', 'true', 'false']);
    expect(said.map((one) => readFrameMessage(one)?.act)).toEqual(['begin', 'set', 'set', 'commit', 'finish']);
  });

  test('answers as SCORM 2004 says', () => {
    const { call } = openPage('scorm2004');
    expect([call('SetValue', 'cmi.location', 'x'), call('GetLastError')]).toEqual(['false', '132']);
    expect(call('Initialize', '')).toBe('true');
    expect([call('GetValue', 'cmi.location'), call('GetLastError')]).toEqual(['', '403']);
    expect([call('GetValue', 'cmi.completion_status'), call('GetValue', 'cmi._version')]).toEqual(['unknown', '1.0']);
    expect(call('SetValue', 'cmi.score.scaled', '0.85')).toBe('true');
    expect([call('SetValue', 'cmi.success_status', 'yes'), call('GetLastError')]).toEqual(['false', '406']);
    expect([call('SetValue', 'cmi.objectives.1.id', 'x'), call('GetLastError')]).toEqual(['false', '351']);
    expect([call('Terminate', ''), call('Commit', ''), call('GetLastError')]).toEqual(['true', 'false', '143']);
  });

  test('ends the walk upwards where it is, and goes on in the next page of the same frame', () => {
    const first = openPage('scorm12');
    expect(first.page['parent']).toBe(first.page);
    first.call('LMSInitialize', '');
    first.call('LMSSetValue', 'cmi.core.lesson_location', 'two');
    const second = openPage('scorm12', null, String(first.page['name']));
    second.call('LMSInitialize', '');
    expect(second.call('LMSGetValue', 'cmi.core.lesson_location')).toBe('two');
    for (const name of ['', '{', 'null', '{"opening":"another","values":{"cmi.core.lesson_location":"x"}}']) {
      const other = openPage('scorm12', null, name);
      other.call('LMSInitialize', '');
      expect(other.call('LMSGetValue', 'cmi.core.lesson_location')).toBe('');
    }
  });

  test('leaves it to the page above where that shows the interface, and acts where none can be seen', () => {
    expect(openPage('scorm12', null, '', { API: {} }).page['API']).toBeUndefined();
    expect(openPage('scorm12', null, '', { API_1484_11: {} }).page['API']).toBeDefined();
    const refuse = (): never => {
      throw new DOMException('another origin', 'SecurityError');
    };
    const foreign = new Proxy({}, { get: refuse });
    expect(openPage('scorm12', null, '', foreign).page['API']).toBeDefined();
  });

  test('passes on what pages within it say, and nothing that comes from above', () => {
    const { hears, above, said, call } = openPage('scorm12');
    const message = { mark: frameMark, act: 'set', element: 'cmi.core.lesson_location', value: 'inner' };
    const [hear = expect.unreachable('does not listen')] = hears;
    hear({ source: {}, data: message });
    hear({ source: above, data: message });
    hear({ source: {}, data: { ...message, mark: 'other' } });
    hear({ source: {}, data: null });
    expect(said).toEqual([message]);
    call('LMSInitialize', '');
    expect(call('LMSGetValue', 'cmi.core.lesson_location')).toBe('inner');
  });

  test('gives back any text that was set, and says it as it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4_096, unit: 'binary' }), (text) => {
        const { call, said } = openPage('scorm12', { 'cmi.comments': '</script><!--' });
        call('LMSInitialize', '');
        call('LMSSetValue', 'cmi.suspend_data', text);
        expect(call('LMSGetValue', 'cmi.suspend_data')).toBe(text);
        expect(readFrameMessage(said.at(-1))).toMatchObject({ act: 'set', value: text });
      }),
    );
  });

  test('whatever a package says is read as one of four acts, or not at all', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        expect(readFrameMessage(said)).toBeNull();
      }),
    );
  });
});
