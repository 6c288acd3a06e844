-- Packages that were made for an organisation, whose receipts can be counted; and what was counted by them. What shows that a receipt is
-- genuine is made with a secret that is not in the database. Nothing here says who learned.

CREATE TABLE learning.package_export (
  tenant uuid NOT NULL,
  -- The first four signs of each receipt that it gives.
  number text NOT NULL CHECK (length(number) = 4),
  organisation uuid NOT NULL,
  course text NOT NULL,
  version text NOT NULL,
  digest text NOT NULL,
  language text NOT NULL,
  format text NOT NULL CHECK (format IN ('web', 'scorm12', 'scorm2004', 'cmi5')),
  title text NOT NULL,
  made_on date NOT NULL,
  -- Null where the command line made it.
  made_by uuid,
  revoked_on date,
  revoked_by uuid,
  PRIMARY KEY (tenant, number),
  CHECK ((revoked_on IS NULL) = (revoked_by IS NULL)),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
-- The same package made again is the same package, until its receipts are taken no more.
CREATE UNIQUE INDEX package_export_one ON learning.package_export (tenant, organisation, digest, course, language, format)
  WHERE revoked_on IS NULL;

CREATE TABLE learning.packaged_completion (
  tenant uuid NOT NULL,
  export text NOT NULL,
  -- The number that the device drew for its run.
  run text NOT NULL CHECK (length(run) = 6),
  organisation uuid NOT NULL,
  course text NOT NULL,
  -- The day on which it was redeemed: closed months do not change.
  counted_on date NOT NULL,
  counted_by uuid NOT NULL,
  -- What a coordinator recorded of a colleague on the strength of it; null where nobody did.
  proof uuid,
  PRIMARY KEY (tenant, export, run),
  FOREIGN KEY (tenant, export) REFERENCES learning.package_export (tenant, number),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);
CREATE INDEX packaged_completion_by_day ON learning.packaged_completion (tenant, counted_on);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['package_export', 'packaged_completion'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON learning.package_export, learning.packaged_completion TO baken_app;
GRANT UPDATE (revoked_on, revoked_by) ON learning.package_export TO baken_app;
GRANT UPDATE (proof) ON learning.packaged_completion TO baken_app;
GRANT SELECT ON learning.package_export, learning.packaged_completion TO baken_backup;

ALTER TABLE learning.count_route DROP CONSTRAINT count_route_route_check;
ALTER TABLE learning.count_route ADD CONSTRAINT count_route_route_check
  CHECK (route IN ('player', 'source', 'receipts', 'totals'));
