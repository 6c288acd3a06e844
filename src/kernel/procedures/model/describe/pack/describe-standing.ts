import type { DocumentRule, StandingRule, WarningRule } from '../../pack.ts';
import { wordedKey } from '../../say.ts';
import { conditionSentence } from './say-condition.ts';
import type { PackSection, PackSentence } from './pack-document.ts';
import { factsOf, listed, named, quoted, sentence, stagesOf, stageOf, type PackTeller } from './pack-teller.ts';
import { anchorOf, looseDraft, sourcedDraft, type RuleDraft } from './rule-draft.ts';
import { warningWords } from './say-warning.ts';

/** The documents of each application, as a section for each. */
export function describeDocuments(teller: PackTeller): readonly PackSection<RuleDraft>[] {
  const { pack, t } = teller;
  const places = new Map(pack.documents.map((rule, place) => [rule, `documents.${String(place)}`]));
  const stages = [...new Set(pack.documents.map((rule) => rule.for))];
  const sections = stages.map((stage) => {
    const listedIn = Object.entries(pack.listedIn)
      .filter(([, shown]) => shown.includes(stage))
      .map(([where]) => where);
    const track = pack.tracks.find(({ stages: own }) => own.some(({ id }) => id === stage))?.id ?? '';
    return {
      anchor: anchorOf(`documents ${stage}`),
      title: t('procedures.documents.for', { stage: stageOf(teller, track, stage) }),
      code: null,
      intro:
        listedIn.length === 0
          ? []
          : [sentence(t('procedures.documents.listed', { stages: stagesOf(teller, track, listedIn) }))],
      links: [],
      tables: [],
      rules: pack.documents
        .filter((rule) => rule.for === stage)
        .map((rule) => documentDraft(teller, rule, places.get(rule) ?? '')),
    };
  });
  const held = heldDrafts(teller);
  if (held.length === 0) return sections;
  const title = t('procedures.documents.held');
  return [...sections, { anchor: 'documents-held', title, code: null, intro: [], links: [], tables: [], rules: held }];
}

/** When a document is there: told by the fact that names it, or brought by another fact. */
function heldDrafts(teller: PackTeller): readonly RuleDraft[] {
  const { pack, t } = teller;
  const told =
    pack.documentHeld === undefined
      ? []
      : [
          looseDraft({
            covers: ['documentHeld'],
            title: t('procedures.documents.toldTitle'),
            sentences: [sentence(t('procedures.documents.told', { fact: factsOf(teller, [pack.documentHeld], 'or') }))],
            rule: pack.documentHeld,
          }),
        ];
  const brought = Object.entries(pack.alsoHeldBy).map(([id, facts]) =>
    looseDraft({
      covers: [`alsoHeldBy.${id}`],
      title: named(teller, `document.${id}`),
      sentences: [sentence(t('procedures.documents.alsoHeld', { facts: factsOf(teller, facts, 'or') }))],
      rule: facts,
    }),
  );
  return [...told, ...brought];
}

function documentDraft(teller: PackTeller, rule: DocumentRule, place: string): RuleDraft {
  const { pack, t } = teller;
  const others = pack.documents.filter((one) => one.for === rule.for && one.oneOf === rule.oneOf);
  const sentences: PackSentence[] = [sentence(named(teller, `why.${rule.id}`))];
  if (rule.oneOf !== undefined) {
    const documents = others.map(({ id }) => quoted(teller, `document.${id}`));
    sentences.push(sentence(t('procedures.documents.oneOf', { documents: listed(teller, documents, 'or') })));
  }
  if (rule.route !== undefined)
    sentences.push(sentence(t('procedures.documents.route', { route: quoted(teller, `choice.${rule.route}`) })));
  return sourcedDraft(teller, rule, {
    covers: [place],
    code: rule.id,
    askedAs: `document ${rule.id}`,
    title: named(teller, `document.${rule.id}`),
    sentences,
  });
}

/** What a person may do or has a right to. */
export function describeRights(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.rights.map((rule, place) =>
    standingDraft(teller, rule, `rights.${String(place)}`, `right.${rule.id}${rule.allowed === false ? '.not' : ''}`),
  );
}

/** What is asked of a person. */
export function describeDuties(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.obligations.map((rule, place) =>
    standingDraft(teller, rule, `obligations.${String(place)}`, `obligation.${rule.id}`),
  );
}

function standingDraft(teller: PackTeller, rule: StandingRule, place: string, key: string): RuleDraft {
  const { t } = teller;
  return sourcedDraft(teller, rule, {
    covers: [place],
    title: named(teller, wordedKey(key, rule.words)),
    sentences: [
      ...(rule.basis === undefined ? [] : [sentence(t('procedures.rights.basis', { basis: rule.basis }))]),
      rule.when === undefined
        ? sentence(t('procedures.rights.always'))
        : conditionSentence(teller, 'condition', rule.when),
    ],
  });
}

/** What a careful colleague would say, and when. */
export function describeWarnings(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.warnings.map((rule, place) =>
    looseDraft({
      covers: [`warnings.${String(place)}`],
      title: warningWords(teller, rule.code, rule.values),
      sentences: warningSentences(teller, rule),
      rule,
    }),
  );
}

function warningSentences(teller: PackTeller, { each, when }: WarningRule): readonly PackSentence[] {
  const { t } = teller;
  return [
    ...(each === undefined ? [] : [sentence(t('procedures.warnings.each', { facts: factsOf(teller, each, 'or') }))]),
    ...(when === undefined
      ? each === undefined
        ? [sentence(t('procedures.warnings.always'))]
        : []
      : [conditionSentence(teller, 'warns', when)]),
  ];
}
