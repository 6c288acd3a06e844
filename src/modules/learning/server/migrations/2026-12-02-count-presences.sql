-- That somebody was at a workshop, as it is counted: of which organisation, never who. It stays when whose the seat was is forgotten.

CREATE TABLE learning.presence (
  tenant uuid NOT NULL,
  seat uuid NOT NULL,
  -- One of our own people, or of an organisation; neither for guests of nobody.
  own boolean NOT NULL,
  organisation uuid,
  -- The day of the session; where its month had been told already, the day on which it was kept.
  counted_on date NOT NULL,
  PRIMARY KEY (tenant, seat),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id),
  CHECK (NOT own OR organisation IS NULL)
);
CREATE INDEX presence_by_day ON learning.presence (tenant, counted_on);
ALTER TABLE learning.presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.presence FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.presence USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT, DELETE ON learning.presence TO baken_app;
GRANT SELECT ON learning.presence TO baken_backup;
