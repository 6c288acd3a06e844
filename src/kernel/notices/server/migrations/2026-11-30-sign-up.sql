-- A notice may be about a meeting that somebody signed up for.
ALTER TABLE notices.notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notices.notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('due-soon', 'due-late', 'authority-late',
  'safety-check-late', 'answer-late', 'task-new', 'joined', 'closing-asked', 'reading-unusual', 'training-due',
  'training-over', 'training-of-colleague', 'sign-up-changed'));
ALTER TABLE notices.notice DROP CONSTRAINT notice_space_check;
ALTER TABLE notices.notice ADD CONSTRAINT notice_space_check CHECK ((space IS NULL) = (kind IN ('reading-unusual',
  'training-due', 'training-over', 'training-of-colleague', 'sign-up-changed')));
