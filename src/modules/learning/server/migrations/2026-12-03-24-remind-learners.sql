-- Where a learner who asked for it is reminded by mail, and of what they were reminded. For nothing else, and no longer than needed.

CREATE TABLE learning.reminder (
  tenant uuid NOT NULL,
  learner uuid NOT NULL,
  -- Address and secret of the link in each letter, together.
  sealed text NOT NULL,
  hash text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  asked_on date NOT NULL,
  -- The day on which the first letter, which asks, was taken by the mail server.
  sent_on date,
  -- The day on which whoever reads that mailbox said yes.
  agreed_on date,
  PRIMARY KEY (tenant, learner),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, learner) REFERENCES learning.learner (tenant, id) ON DELETE CASCADE
);
CREATE TABLE learning.reminded (
  tenant uuid NOT NULL,
  learner uuid NOT NULL,
  course text NOT NULL,
  by_on date NOT NULL,
  step integer NOT NULL,
  PRIMARY KEY (tenant, learner, course, by_on, step),
  FOREIGN KEY (tenant, learner) REFERENCES learning.reminder (tenant, learner) ON DELETE CASCADE
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['reminder', 'reminded'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON learning.reminder, learning.reminded TO baken_app;
GRANT UPDATE (sent_on, agreed_on) ON learning.reminder TO baken_app;
GRANT SELECT ON learning.reminder, learning.reminded TO baken_backup;
