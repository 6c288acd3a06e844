-- Jobs belong to a tenant and run with its rows in sight, like requests do. The table of the first
-- migration was never written to by any version, so it makes room for this one.

DROP TABLE platform.job;
CREATE TABLE platform.job (
  tenant uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind ~ '^[a-z]+[.][a-z-]{1,40}$'),
  -- A recurring job stays and gets its next time; any other goes when it is done.
  recurring boolean NOT NULL,
  payload jsonb NOT NULL,
  run_after timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- Who works on it, and until when nobody else may: a killed worker's job is free again after that.
  taken_by uuid,
  taken_until timestamptz,
  last_code text CHECK (last_code ~ '^[A-Za-z]{1,40}$'),
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX job_recurring ON platform.job (tenant, kind) WHERE recurring;
CREATE INDEX job_due ON platform.job (tenant, run_after);

ALTER TABLE platform.job ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.job FORCE ROW LEVEL SECURITY;
CREATE POLICY job_of_tenant ON platform.job
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON platform.job TO baken_app;
GRANT SELECT ON platform.job TO baken_backup;
