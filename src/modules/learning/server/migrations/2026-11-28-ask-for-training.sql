-- What is asked of whom before a case is given, what they did for it, and for whom it was set aside for a while. Names of
-- programmes and trainings are ours; of people there is the id of their account. Nothing here knows a case.

CREATE TABLE learning.programme (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 80),
  -- How many of its parts it takes.
  needed integer NOT NULL CHECK (needed BETWEEN 1 AND 20),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, name)
);
CREATE TABLE learning.part (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  programme uuid NOT NULL,
  place integer NOT NULL,
  course text,
  name text CHECK (length(name) BETWEEN 2 AND 80),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, programme, place),
  FOREIGN KEY (tenant, programme) REFERENCES learning.programme (tenant, id),
  CHECK ((course IS NULL) <> (name IS NULL))
);
CREATE TABLE learning.equivalent (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  part uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 80),
  months integer CHECK (months BETWEEN 1 AND 120),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, part, name),
  FOREIGN KEY (tenant, part) REFERENCES learning.part (tenant, id)
);
CREATE TABLE learning.requirement (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  role text NOT NULL,
  programme uuid NOT NULL,
  from_on date NOT NULL,
  validity text NOT NULL CHECK (validity IN ('months', 'calendar', 'always')),
  months integer CHECK (months BETWEEN 1 AND 120),
  ends text CHECK (ends ~ '^\d\d-\d\d$'),
  renewal_days integer NOT NULL CHECK (renewal_days BETWEEN 0 AND 366),
  -- The first day on which it is asked no more.
  ended_on date,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, programme) REFERENCES learning.programme (tenant, id),
  CHECK ((validity = 'months') = (months IS NOT NULL)),
  CHECK ((validity = 'calendar') = (ends IS NOT NULL))
);
CREATE UNIQUE INDEX requirement_asked ON learning.requirement (tenant, role, programme) WHERE ended_on IS NULL;

-- From which version on all must take a course again, and the last day of what was done before.
CREATE TABLE learning.retake (
  tenant uuid NOT NULL,
  course text NOT NULL,
  below integer NOT NULL CHECK (below BETWEEN 1 AND 999),
  ends_on date NOT NULL,
  PRIMARY KEY (tenant, course, below)
);

-- That somebody did a part. It stays when the learner takes back what they sent: it is what the requirement rests on.
CREATE TABLE learning.proof (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  course text,
  version text,
  draft boolean,
  part uuid,
  equivalent uuid,
  done_on date NOT NULL,
  recorded_by uuid,
  recorded_on date NOT NULL,
  withdrawn_by uuid,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, part) REFERENCES learning.part (tenant, id),
  FOREIGN KEY (tenant, equivalent) REFERENCES learning.equivalent (tenant, id),
  CHECK ((course IS NULL) <> (part IS NULL)),
  CHECK ((course IS NULL) = (version IS NULL) AND (course IS NULL) = (draft IS NULL)),
  -- What our own player knows nobody recorded, and nobody can take back.
  CHECK ((course IS NULL) = (recorded_by IS NOT NULL)),
  -- Nobody vouches for themselves.
  CHECK (recorded_by <> user_id),
  CHECK (equivalent IS NULL OR part IS NOT NULL),
  CHECK (withdrawn_by IS NULL OR part IS NOT NULL)
);
CREATE INDEX proof_of_user ON learning.proof (tenant, user_id);

CREATE TABLE learning.exemption (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  requirement uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('urgent-case', 'no-date-yet', 'proof-on-its-way', 'returning')),
  from_on date NOT NULL,
  until_on date NOT NULL,
  decided_by uuid NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, requirement) REFERENCES learning.requirement (tenant, id),
  CHECK (until_on BETWEEN from_on AND from_on + 29),
  -- Nobody lets themselves off.
  CHECK (decided_by <> user_id)
);
CREATE INDEX exemption_of_user ON learning.exemption (tenant, user_id);

-- What notices about somebody and a requirement are about: an id that says neither.
CREATE TABLE learning.told (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  requirement uuid NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, user_id, requirement),
  FOREIGN KEY (tenant, requirement) REFERENCES learning.requirement (tenant, id)
);

-- A learner may be reached by several browsers, each with a cookie of its own, and may be one of our own people.
CREATE TABLE learning.learner_key (
  tenant uuid NOT NULL,
  hash text NOT NULL,
  learner uuid NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (tenant, hash),
  FOREIGN KEY (tenant, learner) REFERENCES learning.learner (tenant, id) ON DELETE CASCADE
);
CREATE INDEX key_of_learner ON learning.learner_key (tenant, learner);
-- Who owns the tables and is no superuser sees rows only while this is off.
ALTER TABLE learning.learner NO FORCE ROW LEVEL SECURITY;
INSERT INTO learning.learner_key (tenant, hash, learner, until) SELECT tenant, hash, id, until FROM learning.learner;
ALTER TABLE learning.learner FORCE ROW LEVEL SECURITY;
ALTER TABLE learning.learner DROP COLUMN hash, DROP COLUMN until;

CREATE TABLE learning.learner_account (
  tenant uuid NOT NULL,
  learner uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (tenant, learner),
  UNIQUE (tenant, user_id),
  FOREIGN KEY (tenant, learner) REFERENCES learning.learner (tenant, id) ON DELETE CASCADE
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['programme', 'part', 'equivalent', 'requirement', 'retake', 'proof', 'exemption', 'told',
    'learner_key', 'learner_account'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON learning.programme, learning.part, learning.equivalent, learning.requirement, learning.retake,
  learning.exemption TO baken_app;
GRANT UPDATE (ended_on) ON learning.requirement TO baken_app;
GRANT SELECT, INSERT, DELETE ON learning.proof TO baken_app;
GRANT UPDATE (withdrawn_by) ON learning.proof TO baken_app;
GRANT SELECT, INSERT, DELETE ON learning.told TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.learner_key, learning.learner_account TO baken_app;
GRANT SELECT ON learning.programme, learning.part, learning.equivalent, learning.requirement, learning.retake, learning.proof,
  learning.exemption, learning.told, learning.learner_key, learning.learner_account TO baken_backup;
