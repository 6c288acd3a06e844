-- What is given in a workshop, and who may give it. Of people there is the id of their account; how somebody taught, in words or in
-- marks, is written down nowhere.

ALTER TABLE learning.workshop
  -- The folder of files that it follows.
  ADD COLUMN guide text,
  -- Whether a session must have somebody with a licence.
  ADD COLUMN needs_licence boolean NOT NULL DEFAULT false;
GRANT UPDATE (needs_licence) ON learning.workshop TO baken_app;

-- What it takes to teach a course.
CREATE TABLE learning.teaching_rule (
  tenant uuid NOT NULL,
  course text NOT NULL,
  course_months integer CHECK (course_months BETWEEN 1 AND 120),
  part uuid NOT NULL,
  co_taught integer NOT NULL CHECK (co_taught BETWEEN 0 AND 10),
  months integer NOT NULL CHECK (months BETWEEN 1 AND 60),
  PRIMARY KEY (tenant, course),
  FOREIGN KEY (tenant, part) REFERENCES learning.part (tenant, id)
);
-- That somebody taught a session together with a holder of a licence, who says so.
CREATE TABLE learning.co_taught (
  tenant uuid NOT NULL,
  session uuid NOT NULL,
  user_id uuid NOT NULL,
  signed_by uuid NOT NULL,
  signed_on date NOT NULL,
  PRIMARY KEY (tenant, session, user_id),
  FOREIGN KEY (tenant, session) REFERENCES learning.session (tenant, id),
  -- Nobody signs for themselves.
  CHECK (signed_by <> user_id)
);
CREATE INDEX co_taught_by_user ON learning.co_taught (tenant, user_id);
-- That a coordinator gave it to one of the first, for whom nobody can sign.
CREATE TABLE learning.given_licence (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  course text NOT NULL,
  given_on date NOT NULL,
  given_by uuid NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, course) REFERENCES learning.teaching_rule (tenant, course),
  CHECK (given_by <> user_id)
);
CREATE INDEX given_licence_of_user ON learning.given_licence (tenant, user_id);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['teaching_rule', 'co_taught', 'given_licence'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON learning.co_taught, learning.given_licence TO baken_app;
GRANT SELECT, INSERT, UPDATE ON learning.teaching_rule TO baken_app;
GRANT SELECT ON learning.teaching_rule, learning.co_taught, learning.given_licence TO baken_backup;
