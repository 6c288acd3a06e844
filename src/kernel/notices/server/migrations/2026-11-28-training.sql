-- A notice may be about what somebody has to learn, their own or a colleague's.
ALTER TABLE notices.notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notices.notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('due-soon', 'due-late', 'authority-late',
  'safety-check-late', 'answer-late', 'task-new', 'joined', 'closing-asked', 'reading-unusual', 'training-due',
  'training-over', 'training-of-colleague'));
ALTER TABLE notices.notice DROP CONSTRAINT notice_space_check;
ALTER TABLE notices.notice ADD CONSTRAINT notice_space_check CHECK ((space IS NULL) = (kind IN ('reading-unusual',
  'training-due', 'training-over', 'training-of-colleague')));
