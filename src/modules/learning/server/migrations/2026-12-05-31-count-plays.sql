-- Packages from elsewhere that our own people did, as they are counted: once for each person in a year. Where a package takes back what it
-- said, what was counted stays; what it says again later is a row of its own.
ALTER TABLE learning.package_done ADD COLUMN done_year integer NOT NULL
  GENERATED ALWAYS AS (extract(year FROM done_on)::integer) STORED;
ALTER TABLE learning.package_done DROP CONSTRAINT package_done_pkey;
ALTER TABLE learning.package_done ADD PRIMARY KEY (tenant, package, user_id, done_year);
CREATE INDEX package_done_by_day ON learning.package_done (tenant, done_on);
