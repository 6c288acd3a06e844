import type { Deadline, JourneyAnswer, NextStep, Pack } from '#kernel/procedures';
import { describeRoute } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { isFrozen, recordsOf, startApplication, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Lit, Notice, Rows } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { ownDeadlines } from '../case-page/next-date.tsx';
import styles from './applications.module.css';
import { titleOfStep } from './application-view.ts';

/** A step that papers are listed for; where the pack knows several ways, one of each. */
type Step = Pick<NextStep, 'by' | 'route' | 'open'>;

function stepsOf(answer: JourneyAnswer): readonly Step[] {
  const stages = new Set(answer.documents.map((requirement) => requirement.for));
  return answer.next.filter(({ to }) => to !== null && stages.has(to));
}

/** What can be applied for from here; a way that is not open yet can be prepared all the same. */
export function StartApplication({
  opened,
  answer,
  packs,
}: {
  readonly opened: OpenedCase;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
}) {
  const { t, language } = useLanguage();
  const act = useCaseAct(opened);
  const steps = stepsOf(answer);
  const waits = recordsOf(opened, 'application').some(({ content }) => isFrozen(content));
  const start = ({ by, route = null }: { readonly by: string; readonly route?: string | null }): void => {
    const pack = packs.find((one) => one.usesFacts.includes(by)) ?? packs[0];
    if (!pack) return;
    void act.run(async (session) => {
      const started = await startApplication(session, opened, {
        pack: pack.id,
        packVersion: pack.version,
        step: by,
        route,
        title: titleOfStep(packs, by, language).slice(0, 200),
        deadline: deadlineFor(answer, pack, by)?.id ?? null,
        letter: { template: null, language, facts: null },
      });
      return started.ok ? { ok: true, value: started.value.opened } : started;
    });
  };
  if (waits && steps.length === 0) return null;
  const list = (
    <>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {steps.length === 0 && <p>{t('casework.application.noStep')}</p>}
      <Rows>
        {steps.map(({ by, route, open }) => {
          const pack = packs.find((one) => one.usesFacts.includes(by));
          const way = route && pack ? describeRoute(pack, route, language) : null;
          return (
            <li key={`${by}:${route ?? ''}`} className={styles['start']}>
              <span>
                <strong>{titleOfStep(packs, by, language)}</strong>
                {way !== null && <span className={styles['muted']}> {way}</span>}
                {!open && <span className={styles['muted']}> {t('casework.application.notOpen')}</span>}
              </span>
              <Button
                kind={open && !waits ? 'main' : 'plain'}
                busy={act.busy && t('casework.saving')}
                onClick={() => start({ by, route: route ?? null })}
              >
                {t('casework.application.start')}
              </Button>
            </li>
          );
        })}
      </Rows>
    </>
  );
  // While one waits for its decision, beginning another is possible and not what is asked now.
  return waits ? (
    <Card title={t('casework.application.startOther')}>{list}</Card>
  ) : (
    <Lit title={t('casework.application.startTitle')}>{list}</Lit>
  );
}

/** The date that filing this step meets: the earliest of ours that names the fact among what meets it. */
function deadlineFor(answer: JourneyAnswer, pack: Pack, by: string): Deadline | null {
  const refs = new Set(pack.deadlines.filter(({ met }) => met.some(({ name }) => name === by)).map(({ ref }) => ref));
  return ownDeadlines(answer).find(({ ref, state }) => refs.has(ref) && state === 'running') ?? null;
}
