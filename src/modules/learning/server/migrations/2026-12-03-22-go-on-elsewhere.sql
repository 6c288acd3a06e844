-- With which code a learner goes on in another browser: a hash that cannot be worked out without a secret file. One at a time.

CREATE TABLE learning.resume_code (
  tenant uuid NOT NULL,
  learner uuid NOT NULL,
  hash text NOT NULL,
  -- The last day on which it opens.
  until date NOT NULL,
  PRIMARY KEY (tenant, learner),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, learner) REFERENCES learning.learner (tenant, id) ON DELETE CASCADE
);
ALTER TABLE learning.resume_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.resume_code FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.resume_code USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.resume_code TO baken_app;
GRANT SELECT ON learning.resume_code TO baken_backup;
