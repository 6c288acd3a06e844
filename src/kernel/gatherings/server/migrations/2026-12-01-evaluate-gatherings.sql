-- What people say of a gathering afterwards: five answers and, if they like, a few words. Nothing here says whose they are, or when
-- they came; of a seat it is known that it answered, so that nobody answers twice.

CREATE TABLE gatherings.evaluation (
  tenant uuid NOT NULL,
  gathering uuid NOT NULL,
  -- Shown in steps of five, in the order in which they came: who looks twice cannot tell a single one.
  number integer NOT NULL CHECK (number >= 1),
  answers smallint[] NOT NULL CHECK (array_length(answers, 1) = 5 AND 1 <= ALL (answers) AND 5 >= ALL (answers)),
  words text CHECK (length(words) BETWEEN 1 AND 400),
  PRIMARY KEY (tenant, gathering, number),
  FOREIGN KEY (tenant, gathering) REFERENCES gatherings.gathering (tenant, id)
);
ALTER TABLE gatherings.evaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE gatherings.evaluation FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON gatherings.evaluation USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE (words) ON gatherings.evaluation TO baken_app;
GRANT SELECT ON gatherings.evaluation TO baken_backup;

ALTER TABLE gatherings.seat ADD COLUMN evaluated boolean NOT NULL DEFAULT false;
