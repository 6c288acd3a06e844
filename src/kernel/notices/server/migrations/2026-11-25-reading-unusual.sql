-- A notice may be about a person instead of a case: somebody read far more than they usually do.
ALTER TABLE notices.notice ALTER COLUMN space DROP NOT NULL;
ALTER TABLE notices.notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notices.notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('due-soon', 'due-late', 'authority-late',
  'safety-check-late', 'answer-late', 'task-new', 'joined', 'closing-asked', 'reading-unusual'));
ALTER TABLE notices.notice ADD CONSTRAINT notice_space_check CHECK ((space IS NULL) = (kind = 'reading-unusual'));
