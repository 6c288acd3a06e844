-- Which activity in the learning system of an organisation is which course, and who finished it there, as it is counted: a made-up name
-- that leads to nobody, once for each run however often it is told.

CREATE TABLE learning.source_course (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  activity uuid NOT NULL,
  organisation uuid NOT NULL,
  iri text NOT NULL CHECK (length(iri) BETWEEN 1 AND 2000),
  course text NOT NULL,
  verb text NOT NULL CHECK (verb IN ('completed', 'passed', 'satisfied')),
  chosen_on date NOT NULL,
  chosen_by uuid NOT NULL,
  PRIMARY KEY (tenant, store, activity),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
CREATE TABLE learning.source_completion (
  tenant uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  -- The name under which a system's statements are kept, as a key.
  person uuid NOT NULL,
  -- The registration of the statement, or the day on which it came.
  run text NOT NULL,
  -- The day on which it became known: closed months do not change.
  counted_on date NOT NULL,
  PRIMARY KEY (tenant, organisation, course, person, run),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
CREATE INDEX source_completion_by_day ON learning.source_completion (tenant, counted_on);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['source_course', 'source_completion'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON learning.source_course, learning.source_completion TO baken_app;
GRANT SELECT ON learning.source_course, learning.source_completion TO baken_backup;
