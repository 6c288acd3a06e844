-- That a paper is good no more: by the hash of its code, as the paper itself is known. It is never changed and never taken back:
-- whoever was wrong lets another paper be made.
CREATE TABLE learning.revocation (
  tenant uuid NOT NULL,
  code text NOT NULL,
  reason text NOT NULL
    CHECK (reason IN ('issued-in-error', 'rule-not-met', 'somebody-else-learned', 'asked-by-holder')),
  revoked_on date NOT NULL,
  revoked_by uuid NOT NULL,
  PRIMARY KEY (tenant, code),
  FOREIGN KEY (tenant, code) REFERENCES learning.certificate (tenant, code)
);
ALTER TABLE learning.revocation ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.revocation FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.revocation USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT ON learning.revocation TO baken_app;
GRANT SELECT ON learning.revocation TO baken_backup;
-- Papers of a run, and runs of a learner: one revocation may concern several.
CREATE INDEX certificate_of_run ON learning.certificate (tenant, attempt);
CREATE INDEX completion_of_learner ON learning.completion (tenant, learner, course);
