-- That somebody holds a paper about a finished run. Neither its code nor the name on it is here: a hash of the one, and what the
-- holder of both can prove. It stays when the learner is forgotten, so that the paper can be checked.

CREATE TABLE learning.certificate (
  tenant uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  attempt uuid NOT NULL,
  issued_on date NOT NULL,
  PRIMARY KEY (tenant, code),
  FOREIGN KEY (tenant, attempt) REFERENCES learning.completion (tenant, attempt)
);
ALTER TABLE learning.certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.certificate FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.certificate USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT ON learning.certificate TO baken_app;
GRANT SELECT ON learning.certificate TO baken_backup;
