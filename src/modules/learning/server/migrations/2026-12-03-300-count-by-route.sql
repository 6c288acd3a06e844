-- By which route people of an organisation are counted in a course and a year, so that nobody is counted twice; and sums that partners
-- told. Numbers of groups and choices of colleagues; nothing of anybody who learned.

CREATE TABLE learning.count_route (
  tenant uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2020 AND 2199),
  route text NOT NULL CHECK (route IN ('player', 'source', 'totals')),
  -- Why nobody is counted by another route too; null for the one that needs no reason.
  beside text CHECK (length(beside) BETWEEN 10 AND 300),
  -- Null for our own player where nobody chose it.
  chosen_on date,
  chosen_by uuid,
  PRIMARY KEY (tenant, organisation, course, year, route),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
-- One group, one route: any other needs its reason.
CREATE UNIQUE INDEX count_route_one ON learning.count_route (tenant, organisation, course, year) WHERE beside IS NULL;

CREATE TABLE learning.told_total (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  -- The order in which they came in.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  organisation uuid NOT NULL,
  course text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2020 AND 2199),
  from_month integer NOT NULL CHECK (from_month BETWEEN 1 AND 12),
  until_month integer NOT NULL CHECK (until_month BETWEEN from_month AND 12),
  people integer NOT NULL CHECK (people BETWEEN 0 AND 1000000),
  completions integer NOT NULL CHECK (completions BETWEEN people AND 1000000),
  basis text NOT NULL CHECK (basis IN ('system', 'lists', 'estimate')),
  means text NOT NULL CHECK (means IN ('typed', 'file')),
  replaces uuid,
  told_on date NOT NULL,
  told_by uuid NOT NULL,
  PRIMARY KEY (tenant, id),
  -- Corrected once: after that, the correction is what holds.
  UNIQUE (tenant, replaces),
  FOREIGN KEY (tenant, replaces) REFERENCES learning.told_total (tenant, id),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
CREATE INDEX told_total_by_year ON learning.told_total (tenant, year, organisation, course);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['count_route', 'told_total'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON learning.count_route TO baken_app;
-- What was told stays: a correction is a row of its own.
GRANT SELECT, INSERT ON learning.told_total TO baken_app;
GRANT SELECT ON learning.count_route, learning.told_total TO baken_backup;
