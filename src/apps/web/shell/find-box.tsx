import { useNavigate } from '@tanstack/react-router';
import { FileText, FolderOpen, ListTodo, Lock, Search, type LucideIcon } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useFound } from '#modules/casework/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import styles from './find-box.module.css';

/** One line of the list: what it shows, and where pressing it goes. */
interface Line {
  readonly key: string;
  readonly group: 'case' | 'task' | 'page';
  readonly text: string;
  readonly beside: string;
  readonly sealed: boolean;
  readonly go: () => void;
}

const icons: Readonly<Record<Line['group'], LucideIcon>> = { case: FolderOpen, task: ListTodo, page: FileText };

/** Code names, tasks and pages while typing. What is typed stays in this box: never in the address, never sent. */
export function FindBox() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => {
    setText('');
    setAt(0);
  };
  const lines = useLines(text, () => {
    close();
    field.current?.blur();
  });
  const open = text.trim() !== '';
  const chosen = lines[Math.min(at, lines.length - 1)];
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      if (!open) field.current?.blur();
      close();
    } else if (event.key === 'ArrowDown') setAt(lines.length === 0 ? 0 : (at + 1) % lines.length);
    else if (event.key === 'ArrowUp') setAt(lines.length === 0 ? 0 : (at + lines.length - 1) % lines.length);
    else if (event.key === 'Enter') chosen?.go();
    else return;
    event.preventDefault();
  };
  return (
    <search className={styles['box']} onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close()}>
      <Search className={styles['glass']} size={18} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        id="find"
        className={styles['field']}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={t('shell.find')}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        aria-activedescendant={open && chosen ? `${list}-${chosen.key}` : undefined}
        placeholder={t('shell.find')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      {!open && <kbd className={styles['hint']}>/</kbd>}
      <FoundList id={list} open={open} lines={lines} chosen={chosen} />
    </search>
  );
}

/** Everything that fits, in groups, with a word for what was found by sealed text. */
function FoundList({
  id,
  open,
  lines,
  chosen,
}: {
  readonly id: string;
  readonly open: boolean;
  readonly lines: readonly Line[];
  readonly chosen: Line | undefined;
}) {
  const { t } = useLanguage();
  return (
    <>
      <div id={id} role="listbox" aria-label={t('shell.found')} className={styles['list']} hidden={!open || !chosen}>
        {(['case', 'task', 'page'] as const).map((group) => {
          const own = lines.filter((line) => line.group === group);
          const Icon = icons[group];
          return own.length === 0 ? null : (
            <div key={group} role="group" aria-label={t(`shell.found.${group}`)}>
              <div className={styles['group']} aria-hidden>
                {t(`shell.found.${group}`)}
              </div>
              {own.map((line) => (
                <button
                  key={line.key}
                  type="button"
                  id={`${id}-${line.key}`}
                  role="option"
                  aria-selected={line === chosen}
                  className={styles['line']}
                  tabIndex={-1}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={line.go}
                >
                  <Icon size={18} strokeWidth={1.75} aria-hidden />
                  <bdi>{line.text}</bdi>
                  {line.beside && <bdi className={styles['beside']}>{line.beside}</bdi>}
                  {line.sealed && (
                    <span className={styles['sealed']}>
                      <Lock size={14} aria-hidden /> {t('shell.found.sealed')}
                    </span>
                  )}
                </button>
              ))}
            </div>
          );
        })}
      </div>
      {open && !chosen && <div className={`${styles['list']} ${styles['none']}`}>{t('shell.found.none')}</div>}
      <p className="visually-hidden" role="status">
        {open ? t('shell.found.count', { count: lines.length }) : ''}
      </p>
    </>
  );
}

/** What fits a text, each with its way. */
function useLines(text: string, done: () => void): readonly Line[] {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const navigate = useNavigate();
  const found = useFound(text);
  const wanted = text.trim().toLowerCase();
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  const pages = (
    [
      [coordinates ? '/overview' : '/week', t(coordinates ? 'shell.overview' : 'shell.week')],
      ['/cases', t('shell.cases')],
      ['/contact', t('shell.logContact')],
      ['/deadlines', t('shell.deadlines')],
      ['/training', t('shell.training')],
      ['/workshops', t('shell.workshops')],
      ['/procedures', t('shell.procedures')],
      ...(coordinates
        ? ([
            ['/learning', t('shell.learners')],
            ['/stationery', t('shell.stationery')],
          ] as const)
        : []),
      ...(roles.includes('coordinator') || roles.includes('analyst')
        ? ([
            ['/tables', t('shell.tables')],
            ['/ledger', t('shell.ledger')],
            ['/abroad', t('shell.abroad')],
            ['/estimator', t('shell.estimator')],
          ] as const)
        : []),
      ['/people', t('shell.people')],
      ['/account', t('shell.account')],
    ] as const
  ).filter(([, name]) => wanted !== '' && name.toLowerCase().includes(wanted));
  return [
    ...found.map((one): Line => ({
      key: one.key,
      group: one.kind,
      text: one.kind === 'case' ? one.codeName : one.words,
      beside: one.kind === 'case' ? '' : one.codeName,
      sealed: one.sealed,
      go: () => {
        done();
        const part = { case: one.case, part: 'journey' };
        const hash = one.kind === 'task' ? 'tasks' : '';
        void navigate({ to: '/cases/$case/$part', params: part, hash });
      },
    })),
    ...pages.map(([to, name]): Line => ({
      key: to.slice(1),
      group: 'page',
      text: name,
      beside: '',
      sealed: false,
      go: () => {
        done();
        void navigate({ to });
      },
    })),
  ];
}
