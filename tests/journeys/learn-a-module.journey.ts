import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOf } from '#kernel/content';
import { decisionWays } from '#modules/learning';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { answerRound, builtCourse } from './answer-round.ts';
import { looksRight } from './looks-right.ts';
import { complaintsOf, openScreen, type Screen, type ScreenOptions } from './screen.ts';

let server: TestServer;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startTestServer({ webRoot: join(import.meta.dirname, '../../dist/web') });
});
afterAll(async () => {
  for (const screen of screens) await screen.browser.close();
  await server.stop();
});

async function begin(options: ScreenOptions = {}): Promise<Screen> {
  const learner = await openScreen(`${server.address}/learn/recognising-trafficking`, options);
  screens.push(learner);
  return learner;
}

/** Nothing sideways, and nothing that keeps anybody out. */
const own = 'Kept by nobody: plum cake at noon';

/** Everything this device keeps for the page, as text: where the learner's own words could have got to. */
const keptOnDevice = `(async () => {
  const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, document.title];
  const asked = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      found.push(...(await asked(database.transaction(store).objectStore(store).getAll())));
      found.push(...(await asked(database.transaction(store).objectStore(store).getAllKeys())));
    }
    database.close();
  }
  return JSON.stringify(found);
})()`;

test('a module on a phone: left and taken up again, in another language, to its end; own words stay on the screen', async () => {
  const learner = await begin({ width: 390 });
  const { page } = learner;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await learner.seeHeading('Before you start');
  await learner.see(/This is a draft/);
  await learner.see('a group of people who have lived through it');
  await looksRight(learner);
  await learner.press('Help');
  await learner.see(/Call the emergency number/);
  await learner.press('contact person');
  await learner.see(/knows what to do about signals of trafficking/);
  await looksRight(learner);
  await learner.tick('As a guardian');
  await learner.press(/^Go on/);

  await learner.seeHeading('What would you do?');
  // What is heavy in them is said before, and waits for a yes.
  await learner.see(/about a child whom adults use/);
  await looksRight(learner);
  await learner.press('Go in');
  expect(await page.getByRole('listitem').filter({ hasText: 'As usual' }).count()).toBe(8);
  await learner.tick('Ask for advice');
  await learner.tick('A guess');
  await learner.see('1 of 8 judged.');
  await looksRight(learner);
  await learner.press(/^Go on/);

  await learner.seeHeading('Two people');
  await learner.press('Next line');
  await learner.see('It smells wonderful. How are you doing here?');
  await learner.press('Show all lines');
  await learner.press('Show all lines');
  await page.getByRole('textbox').fill(own);
  await looksRight(learner);
  await learner.press(/^Go on/);

  await learner.seeHeading('What trafficking is');
  await learner.press('Go in');
  await learner.press('Check');
  await learner.see('Choose first.');
  const story = page.getByRole('group', { name: /A man paid to be taken across a border/ });
  await learner.pressOn(story.getByLabel('Bad working conditions'));
  await learner.press('Check');
  await learner.see('It belongs elsewhere.');
  await learner.press('Show me');
  await learner.see('This is the answer, each part with its reason.');
  await looksRight(learner);
  const question = page.getByRole('group', { name: /A girl of 17 was recruited/ });
  await learner.pressOn(question.getByLabel(/only trafficking if she was threatened/));
  await learner.pressOn(page.getByRole('button', { name: 'Check', exact: true }).last());
  await learner.see('Not quite. You can try as often as you like.');
  await learner.pressOn(question.getByLabel(/It can be trafficking, also when nobody forced her/));
  await learner.pressOn(page.getByRole('button', { name: 'Check', exact: true }).last());
  await learner.see('That is right.');
  await learner.see(/Saved on this device at/);
  await looksRight(learner);
  await learner.press(/^Go on/);

  await learner.seeHeading('Signals, and what they are not');
  // Who said where they work gets examples from there, and no others.
  await learner.see('As a guardian:');
  expect(await page.getByText('In health care:').count()).toBe(0);
  await learner.press('Place 1: She answers');
  await learner.see(/That takes away his voice/);
  await learner.press('The bag');
  await learner.see('2 of 6 opened.');
  await learner.press('Go in');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await learner.press('Check');
  await learner.see('Better than by chance: 0 of 100. What was marked wrongly is taken off what was found.');
  await learner.see(/Who marks everything finds every signal/);
  await looksRight(learner);
  await learner.press('Show me');
  await learner.see('These are the signals. Each line says why it is one, or why not.');

  // Closed in the middle of the scene, and opened by the address of the module alone.
  await page.goto(`${server.address}/learn/recognising-trafficking`);
  await learner.seeHeading('Signals, and what they are not');
  await learner.see(/That takes away his voice/);
  await learner.press('Nederlands');
  await learner.seeHeading('Signalen, en wat ze niet zijn');
  await learner.see(/Zo heeft hij geen stem/);
  expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  await looksRight(learner);
  await learner.press(/^Verder/);

  await learner.seeHeading('Andrei aan de balie');
  await learner.press(/We praten altijd tien minuten alleen/);
  await learner.press(/Geef me de naam/);
  await learner.see('Een onzekere weg.');
  await learner.see('Je hebt 1 van 5 aflopen gezien');
  await looksRight(learner);
  await learner.press('Laat de veilige weg zien');
  await learner.see('Een veilige weg.');
  await looksRight(learner);
  await learner.press(/^Verder/);

  // Something heavy comes: what it is is said before, and who passes it by has lost nothing.
  await learner.seeHeading('Imani op de gang');
  await learner.see(/Je mag dit deel overslaan/);
  expect(await page.getByRole('button', { name: /^Verder/ }).count()).toBe(0);
  await looksRight(learner);
  await learner.press('Sla dit over, je mist niets');

  await learner.seeHeading('Je veilige route');
  await learner.see(/Je organisatie heeft dit nog niet ingevuld/);
  await learner.see('Als voogd:');
  expect(await page.getByText('In de zorg:').count()).toBe(0);
  await learner.press(/^Omhoog/);
  await learner.press('Kijk na');
  await looksRight(learner);
  await learner.press(/^Verder/);

  await learner.seeHeading('Test jezelf');
  await learner.press('Ga verder');
  await learner.press('Laat zien waarom');
  await learner.press('Laat zien');
  await learner.see(/Ze tellen niet mee/);
  await learner.press('Andere vragen');
  await answerRound(learner, builtCourse('nl'));
  await learner.press('Kijk na');
  await learner.see('Dat klopt. 5 van 5 zijn goed.');
  // The round that was answered stays, also after the page was loaded again, although another one was shown before it.
  await page.reload();
  await learner.see('Dat klopt. 5 van 5 zijn goed.');
  const explained = page.locator('[data-block="final"] fieldset').filter({ hasText: /Klopt\.|Hier hoort het\./ });
  expect(await explained.count()).toBe(5);
  await looksRight(learner);
  await learner.press(/^Verder/);
  await learner.seeHeading('Neem het mee');
  await learner.seeHeading('Vijf zinnen die helpen');
  await looksRight(learner);
  await learner.press('Naar het einde');
  await learner.seeHeading('Je hebt alles gedaan wat er is');
  await learner.see('Overgeslagen, zoals aangeboden. Het telt.');
  await looksRight(learner);

  const kept = String(await page.evaluate(keptOnDevice));
  expect(kept).toContain('recognising-trafficking');
  expect(kept).toContain('guardian');
  expect([kept, ...asked].join('\n')).not.toContain('plum cake');
  // Whoever learns says nothing to anybody: only what is needed to show the page was asked for, and only of our own server.
  expect(asked.every((one) => one.startsWith(`${server.address}/`))).toBe(true);
  expect(asked.filter((one) => one.includes('/api/'))).toEqual([]);
  expect(complaintsOf(screens)).toEqual([]);
}, 180_000);

test('the same by keyboard alone, to the end of everything', async () => {
  const learner = await begin({ width: 320, keyboard: true });
  const goOn = async (heading: string): Promise<void> => {
    await learner.press(/^Go on/);
    await learner.seeHeading(heading);
    await looksRight(learner);
  };
  await learner.seeHeading('Before you start');
  await goOn('What would you do?');
  await goOn('Two people');
  await goOn('What trafficking is');
  await learner.tick(/It can be trafficking, also when nobody forced her/);
  await learner.pressOn(learner.page.getByRole('button', { name: 'Check', exact: true }).last());
  await learner.see('That is right.');
  await goOn('Signals, and what they are not');
  // Who left open where they work gets all examples.
  await learner.see('As a guardian:');
  await learner.see('In health care:');
  await learner.press('The letter');
  await learner.see(/holds a part of their life/);
  await goOn('Andrei at the desk');
  await learner.press(/Let the nurse next door/);
  await learner.press(/What would help you now/);
  await learner.press(/May I ask a colleague for advice/);
  await learner.see('A safe way.');
  await learner.press(/^Go on/);
  await learner.seeHeading('Imani in the corridor');
  await learner.press('Go in');
  await learner.press(/Let me say first what I can keep/);
  await learner.press(/What worries you most/);
  await learner.press(/About her I have to call tonight/);
  await learner.see('A safe way.');
  await goOn('Your safe route');
  await learner.press(/^Move down/);
  await goOn('Check yourself');
  await answerRound(learner, builtCourse('en'));
  await learner.pressOn(learner.page.getByRole('button', { name: 'Check', exact: true }));
  await learner.see('That is right. 5 of 5 are right.');
  await goOn('Take it with you');
  await learner.press(/^To the end/);
  await learner.seeHeading('You have done everything there is');
  await learner.see('Everything is done');
  expect(await learner.page.evaluate('document.activeElement?.tagName')).toBe('H1');
  // The way back is the browser's own.
  await learner.page.goBack();
  await learner.seeHeading('Take it with you');
  await learner.page.goForward();
  await learner.press('Start again');
  await learner.seeHeading('Before you start');
  await learner.see(/Saved on this device at/);
  // Who jumps to the last scene is told what is still to do, and taken there.
  await learner.page.goto(`${server.address}/learn/recognising-trafficking/take`);
  await learner.press(/^To the end/);
  await learner.seeHeading('You came to the end');
  await learner.page.reload();
  await learner.seeHeading('You came to the end');
  await learner.see(/See “Two people” to its end/);
  await learner.see(/Answer 4 questions right in one round; your best has 0/);
  await looksRight(learner);
  await learner.press('Go to “Two people”');
  await learner.seeHeading('Two people');
  // Everything of this course goes, the run before too; what is shown now begins anew.
  expect(await learner.page.evaluate(keptOnDevice)).toContain('"finished"');
  await learner.pressOn(learner.page.locator('summary', { hasText: 'What is still to do' }));
  await learner.press('Forget everything on this device');
  await learner.seeHeading('Before you start');
  expect(await learner.page.evaluate(keptOnDevice)).not.toMatch(/"finished"|"answered"/);
  expect(complaintsOf(screens)).toEqual([]);
  expect(server.defects).toEqual([]);
}, 240_000);

test.each(['en', 'nl'])('every way through every decision comes to its ending, in %s', async (language) => {
  const course = builtCourse(language);
  const learner = await begin({ language });
  const { page } = learner;
  let walked = 0;
  for (const { id, heavy, blocks } of course.scenes)
    for (const decision of blocks.filter((block) => block.type === 'decision')) {
      await page.goto(`${server.address}/learn/${course.id}/${id}`);
      if (heavy !== null) await learner.press(/^(Go in|Ga verder)$/);
      const textOf = ({ node, choice }: { readonly node: string; readonly choice: string }): string =>
        decision.nodes.find((one) => one.id === node)?.choices.find((one) => one.id === choice)?.text ?? '';
      for (const { steps, ending } of decisionWays(decision).ways) {
        for (const step of steps) await learner.press(textOf(step));
        const end = decision.endings.find((one) => one.id === ending);
        // The text of an ending stands in several elements where a word of it is stressed.
        await page
          .locator('[data-block] p', { hasText: wordsOf(end?.consequence ?? []).slice(0, 40) })
          .first()
          .waitFor();
        await page
          .locator('[data-block] strong', { hasText: outcomes[language]?.[end?.outcome ?? 'safe'] ?? '' })
          .first()
          .waitFor();
        await learner.press(/^(From the beginning|Vanaf het begin)$/);
        walked += 1;
      }
    }
  expect(walked).toBe(16);
  expect(complaintsOf(screens)).toEqual([]);
});

const outcomes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { safe: 'A safe way.', uncertain: 'An uncertain way.', harmful: 'A way that harms.' },
  nl: { safe: 'Een veilige weg.', uncertain: 'Een onzekere weg.', harmful: 'Een weg die schaadt.' },
};

test('an address of no module is said, and asks for nothing else', async () => {
  const learner = await openScreen(`${server.address}/learn/No%20Such`);
  screens.push(learner);
  await learner.see('There is no such module here');
  await learner.page.goto(`${server.address}/learn/not-here`);
  await learner.see('There is no such module here');
});
