-- Who learns for which organisation, and how far: random ids, ids of what was chosen, days. No name, no address, no word of a
-- learner. Nothing here knows a case.

CREATE TABLE learning.organisation (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 80),
  own boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, name)
);
-- Figures of one's own organisation are shown as they are; there is one.
CREATE UNIQUE INDEX organisation_own ON learning.organisation (tenant) WHERE own;

-- The code with which people say for whom they learn; only its hash. One at a time: a new one ends the one before.
CREATE TABLE learning.join_code (
  tenant uuid NOT NULL,
  organisation uuid NOT NULL,
  hash text NOT NULL,
  drawn_on date NOT NULL,
  PRIMARY KEY (tenant, organisation),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);

-- What an organisation fills in for a course in a language, and the day on which somebody looked whether it holds.
CREATE TABLE learning.slot_value (
  tenant uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  slot text NOT NULL,
  language text NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 300),
  checked_on date NOT NULL,
  PRIMARY KEY (tenant, organisation, course, slot, language),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);

-- A browser that gave a code; `hash` stands for its cookie, which is stored nowhere.
CREATE TABLE learning.learner (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  organisation uuid NOT NULL,
  hash text NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);

CREATE TABLE learning.attempt (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  learner uuid NOT NULL,
  course text NOT NULL,
  begun_on date NOT NULL,
  changed_on date NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, learner) REFERENCES learning.learner (tenant, id) ON DELETE CASCADE
);
CREATE INDEX attempt_of_learner ON learning.attempt (tenant, learner, course);

CREATE TABLE learning.step (
  tenant uuid NOT NULL,
  attempt uuid NOT NULL,
  device uuid NOT NULL,
  seq integer NOT NULL CHECK (seq >= 1),
  scene text NOT NULL,
  block text,
  kind text NOT NULL,
  options text[] NOT NULL,
  at text NOT NULL,
  PRIMARY KEY (tenant, attempt, device, seq),
  FOREIGN KEY (tenant, attempt) REFERENCES learning.attempt (tenant, id) ON DELETE CASCADE
);

-- That somebody began, and that they finished: facts that stay when the learner is forgotten. What was finished is never
-- changed; what was begun goes along when a learner turns out to belong to another organisation.
CREATE TABLE learning.beginning (
  tenant uuid NOT NULL,
  learner uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  begun_on date NOT NULL,
  PRIMARY KEY (tenant, learner, course),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
CREATE TABLE learning.completion (
  tenant uuid NOT NULL,
  attempt uuid NOT NULL,
  learner uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  version text NOT NULL,
  digest text NOT NULL,
  language text NOT NULL,
  -- How we know.
  route text NOT NULL CHECK (route IN ('own-player')),
  done_on date NOT NULL,
  -- A run is done once.
  PRIMARY KEY (tenant, attempt),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
CREATE INDEX completion_by_day ON learning.completion (tenant, done_on);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['organisation', 'join_code', 'slot_value', 'learner', 'attempt', 'step', 'beginning',
    'completion'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA learning TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.join_code, learning.slot_value, learning.learner, learning.attempt,
  learning.step TO baken_app;
GRANT SELECT, INSERT, DELETE ON learning.beginning TO baken_app;
GRANT SELECT, INSERT ON learning.organisation, learning.completion TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA learning TO baken_backup;
