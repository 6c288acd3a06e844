import { addDays, type CivilDate } from '#platform/base';
import type { PracticeApplication, PracticeFact, PracticePaper, PracticeStage } from './practice-world.ts';

const step = 'extension-requested';
/** Days that a permit was held after which a team begins with the extension. */
const startsAfter = 215;

/**
 * The application of a case in the extension stage, or of one that is close to it; null for all others.
 * What was asked for already was handed in on the day that the facts say.
 */
export function practiceApplication(
  stage: PracticeStage,
  at: number,
  facts: readonly PracticeFact[],
  on: CivilDate,
): PracticeApplication | null {
  const permit = facts.find((fact) => fact.fact === 'permit-granted');
  const isClose = stage === 'permit' && permit?.['ground'] !== 'd' && (permit?.on ?? on) <= addDays(on, -startsAfter);
  if (stage !== 'extension' && !isClose) return null;
  const asked = facts.find((fact) => fact.fact === step)?.on ?? null;
  const dutch = at % 2 === 0;
  const words = (dutch ? dutchWords : englishWords)[at % 3] ?? dutchWords[0];
  return {
    step,
    language: dutch ? 'nl' : 'en',
    reasons: words,
    request: dutch
      ? 'Ik verzoek u de vergunning met een jaar te verlengen.'
      : 'I ask you to extend the permit by one year.',
    papers: gathered(at, on, asked !== null, isClose),
    taken: asked !== null || at % 4 !== 0,
    withForm: asked !== null,
    consented: at % 5 !== 1,
    without:
      asked === null && at % 3 === 1
        ? [
            {
              requirement: 'case-running-statement',
              what: 'asked from the police by the lawyer on the telephone',
              by: addDays(on, 9),
            },
          ]
        : [],
    filed: asked === null ? null : filing(at, asked),
  };
}

function filing(at: number, asked: CivilDate): PracticeApplication['filed'] {
  return {
    on: addDays(asked, -1),
    receivedOn: asked,
    proved: at % 3 !== 0,
    tracking: at % 2 === 0 ? `3SFICTION${String(1000 + at)}` : null,
    how: at % 3 === 2 ? 'lawyer' : at % 2 === 0 ? 'registered-post' : 'desk',
  };
}

function gathered(at: number, on: CivilDate, complete: boolean, early: boolean): readonly PracticePaper[] {
  const paper = (document: string | null, title: string, daysAgo: number, pages = 1): PracticePaper => ({
    document,
    title,
    on: addDays(on, -daysAgo),
    language: 'Dutch',
    form: 'copy',
    pages,
  });
  const strengthening = [
    paper(null, 'Letter of the shelter', 11),
    paper(null, 'Certificate of a Dutch course, level A2', 40),
    paper(null, 'Contract for twelve hours a week', 25, 3),
  ];
  return [
    ...(complete || at % 3 === 0 ? [paper('case-running-statement', 'Statement: the criminal case runs', 12)] : []),
    ...(complete || at % 2 === 1 ? [paper('lawyer-letter', 'Letter of the lawyer to the service', 9, 2)] : []),
    ...(complete && at % 2 === 1 ? [paper('authorisation', 'Authorisation for the lawyer', 15)] : []),
    ...(early ? [] : strengthening.slice(0, 1 + (at % 3))),
  ];
}

const dutchWords = [
  'De strafzaak loopt nog. De officier heeft laten weten dat de zitting is gepland.\n\nDe persoon werkt mee aan het onderzoek en is bereikbaar voor de politie.\n\n- volgt sinds een half jaar Nederlandse les\n- werkt twaalf uur per week\n- woont in de opvang en staat ingeschreven',
  'Het opsporingsonderzoek is niet afgerond. De aangifte is dit jaar aangevuld.\n\nZolang de zaak loopt is verblijf nodig om te kunnen verklaren.',
  'De zaak is in hoger beroep. De persoon wordt als getuige opgeroepen.\n\n> Ik wil vertellen wat ik weet, en dan verder met mijn leven.',
] as const;

const englishWords = [
  'The criminal case is still running. The prosecutor has said that a hearing is planned.\n\nThe person cooperates and can be reached by the police.',
  'The investigation has not ended. The report was added to this year.\n\n- takes Dutch lessons twice a week\n- works twelve hours a week',
  'The case is on appeal and the person will be heard as a witness.\n\n> I want to say what I know, and then go on with my life.',
] as const;
