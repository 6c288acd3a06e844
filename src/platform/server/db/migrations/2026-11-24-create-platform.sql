-- What every module leans on: whose request this is, jobs, notices to send, and how often someone tried.

CREATE FUNCTION platform.current_tenant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('baken.tenant', true), '')::uuid $$;

CREATE FUNCTION platform.current_user_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('baken.user', true), '')::uuid $$;

CREATE TABLE platform.rate (
  key text NOT NULL,
  window_start timestamptz NOT NULL,
  hits integer NOT NULL,
  PRIMARY KEY (key, window_start)
);

CREATE TABLE platform.job (
  id uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL,
  run_after timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  taken_until timestamptz,
  payload jsonb NOT NULL
);
CREATE INDEX job_due ON platform.job (run_after);

GRANT USAGE ON SCHEMA platform TO baken_app, baken_audit, baken_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.rate, platform.job TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA platform TO baken_backup;
