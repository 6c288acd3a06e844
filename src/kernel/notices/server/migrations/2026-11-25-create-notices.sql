-- What is new or pressing for whom: ids, codes, days. And, for those who asked for it, where a mail may
-- say that there is something, sealed under a secret that is not in this database.

CREATE TABLE notices.notice (
  tenant uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  subject uuid NOT NULL,
  space uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('due-soon', 'due-late', 'authority-late', 'safety-check-late', 'answer-late',
    'task-new', 'joined', 'closing-asked')),
  date date,
  -- Days before the date at which it was raised; null for kinds without steps.
  step integer,
  urgent boolean NOT NULL,
  raised timestamptz NOT NULL CHECK (raised = date_trunc('hour', raised)),
  seen boolean NOT NULL DEFAULT false,
  mailed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, id),
  -- One person has one notice about one thing.
  UNIQUE (tenant, user_id, subject)
);
CREATE INDEX notice_of_subject ON notices.notice (tenant, subject);
CREATE INDEX notice_of_space ON notices.notice (tenant, space);

CREATE TABLE notices.mail_choice (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  sealed text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'on')),
  hour integer NOT NULL CHECK (hour BETWEEN 0 AND 23),
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  code_hash text,
  code_until timestamptz,
  code_tries integer NOT NULL DEFAULT 0,
  digest_on date,
  urgent_on date,
  urgent_count integer NOT NULL DEFAULT 0,
  problem text CHECK (problem ~ '^[A-Za-z]{1,40}$'),
  PRIMARY KEY (tenant, user_id)
);

ALTER TABLE notices.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices.notice FORCE ROW LEVEL SECURITY;
ALTER TABLE notices.mail_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices.mail_choice FORCE ROW LEVEL SECURITY;
-- A person's own requests see what is theirs; only the functions that raise, settle and send see others'.
CREATE POLICY notice_of_person ON notices.notice
  USING (tenant = platform.current_tenant()
    AND (user_id = platform.current_user_id() OR current_setting('baken.notices', true) = 'keeper'))
  WITH CHECK (tenant = platform.current_tenant()
    AND (user_id = platform.current_user_id() OR current_setting('baken.notices', true) = 'keeper'));
CREATE POLICY mail_choice_of_person ON notices.mail_choice
  USING (tenant = platform.current_tenant()
    AND (user_id = platform.current_user_id() OR current_setting('baken.notices', true) = 'keeper'))
  WITH CHECK (tenant = platform.current_tenant()
    AND (user_id = platform.current_user_id() OR current_setting('baken.notices', true) = 'keeper'));

GRANT USAGE ON SCHEMA notices TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON notices.notice, notices.mail_choice TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA notices TO baken_backup;
