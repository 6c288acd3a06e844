-- What is taught in a room or on line: workshops, and their sessions, of which the area gatherings keeps times and places under
-- the same id. Titles are ours; of people there is the id of their account.

CREATE TABLE learning.workshop (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 2 AND 80),
  course text,
  -- The part of a programme that whoever was there has done.
  part uuid,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, title),
  FOREIGN KEY (tenant, part) REFERENCES learning.part (tenant, id)
);
CREATE TABLE learning.session (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  workshop uuid NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, workshop) REFERENCES learning.workshop (tenant, id)
);
CREATE INDEX session_of_workshop ON learning.session (tenant, workshop);
CREATE TABLE learning.session_trainer (
  tenant uuid NOT NULL,
  session uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (tenant, session, user_id),
  FOREIGN KEY (tenant, session) REFERENCES learning.session (tenant, id)
);
-- The code of a link with which people without an account sign up; only its hash. One for each organisation, one for all others.
CREATE TABLE learning.session_code (
  tenant uuid NOT NULL,
  hash text NOT NULL,
  session uuid NOT NULL,
  organisation uuid,
  drawn_on date NOT NULL,
  PRIMARY KEY (tenant, hash),
  UNIQUE NULLS NOT DISTINCT (tenant, session, organisation),
  FOREIGN KEY (tenant, session) REFERENCES learning.session (tenant, id),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
-- Which proof a seat at which somebody was present has become, so that a correction finds it.
CREATE TABLE learning.participation (
  tenant uuid NOT NULL,
  seat uuid NOT NULL,
  proof uuid NOT NULL,
  PRIMARY KEY (tenant, seat)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['workshop', 'session', 'session_trainer', 'session_code', 'participation'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON learning.workshop, learning.session, learning.session_trainer TO baken_app;
GRANT SELECT, INSERT, DELETE ON learning.session_code, learning.participation TO baken_app;
GRANT SELECT ON learning.workshop, learning.session, learning.session_trainer, learning.session_code, learning.participation
  TO baken_backup;
