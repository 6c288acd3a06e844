-- The open rows of cases (casework design, 1.2). The list of columns is closed: a new one needs a
-- decision record. Everything else about a case is sealed and lies in the spaces.

CREATE TABLE casework."case" (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  branch uuid NOT NULL,
  code_name text NOT NULL,
  state text NOT NULL,
  state_dates jsonb NOT NULL,
  phase text NOT NULL,
  keep_until date NOT NULL,
  hold date,
  -- 2199-12-31 where nothing is due, so that one index keeps the order of every list.
  next_date date NOT NULL,
  version integer NOT NULL,
  head text NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code_name)
);
CREATE INDEX case_by_date ON casework."case" (tenant, branch, next_date, id);
CREATE INDEX case_running ON casework."case" (tenant, branch, phase, state)
  WHERE state NOT IN ('closed', 'declined');

CREATE TABLE casework.member (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  space uuid NOT NULL,
  relation text NOT NULL,
  next_date date NOT NULL,
  PRIMARY KEY (tenant, user_id, space),
  FOREIGN KEY (tenant, space) REFERENCES casework."case" (tenant, id)
);
CREATE INDEX member_by_date ON casework.member (tenant, user_id, next_date, space);
CREATE INDEX member_of_case ON casework.member (tenant, space);

CREATE TABLE casework.due (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  "case" uuid NOT NULL,
  type text NOT NULL,
  date date NOT NULL,
  whose text NOT NULL,
  weight text NOT NULL,
  met_on date,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, "case") REFERENCES casework."case" (tenant, id)
);
CREATE INDEX due_of_case ON casework.due (tenant, "case");
CREATE INDEX due_open ON casework.due (tenant, date, id) WHERE met_on IS NULL;

CREATE TABLE casework.hours (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  month text NOT NULL,
  minutes integer NOT NULL CHECK (minutes >= 0),
  PRIMARY KEY (tenant, user_id, month)
);

ALTER TABLE casework."case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework."case" FORCE ROW LEVEL SECURITY;
ALTER TABLE casework.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework.member FORCE ROW LEVEL SECURITY;
ALTER TABLE casework.due ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework.due FORCE ROW LEVEL SECURITY;
ALTER TABLE casework.hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework.hours FORCE ROW LEVEL SECURITY;

CREATE POLICY case_of_tenant ON casework."case"
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY member_of_tenant ON casework.member
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY due_of_tenant ON casework.due
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());
-- Hours are read by coordinators for load, and written by nobody but the person who worked them.
CREATE POLICY hours_of_tenant ON casework.hours FOR SELECT
  USING (tenant = platform.current_tenant());
CREATE POLICY hours_added_by_self ON casework.hours FOR INSERT
  WITH CHECK (tenant = platform.current_tenant() AND user_id = platform.current_user_id());
CREATE POLICY hours_changed_by_self ON casework.hours FOR UPDATE
  USING (tenant = platform.current_tenant() AND user_id = platform.current_user_id())
  WITH CHECK (tenant = platform.current_tenant() AND user_id = platform.current_user_id());

GRANT USAGE ON SCHEMA casework TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE ON casework."case" TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.member, casework.due TO baken_app;
GRANT SELECT, INSERT, UPDATE ON casework.hours TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA casework TO baken_backup;
