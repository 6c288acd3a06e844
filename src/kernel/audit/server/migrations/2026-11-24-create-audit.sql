-- The event log. Both tables are only ever added to: nobody but the owner may change or delete.
-- A request writes `received` in its own transaction and waits for nobody. `link` gives received
-- entries their number and hash a moment later, in the order of their transactions.

CREATE TABLE audit.received (
  tenant uuid NOT NULL,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL CHECK (at = date_trunc('minute', at)),
  act text NOT NULL CHECK (act ~ '^[a-z][a-z.-]{0,60}$'),
  actor uuid,
  subject text CHECK (length(subject) <= 64),
  outcome text NOT NULL CHECK (outcome ~ '^[A-Za-z-]{1,40}$'),
  PRIMARY KEY (tenant, transaction, id)
);

CREATE TABLE audit.link (
  tenant uuid NOT NULL,
  n integer NOT NULL CHECK (n >= 1),
  transaction xid8 NOT NULL,
  id uuid NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant, n),
  UNIQUE (tenant, transaction, id),
  FOREIGN KEY (tenant, transaction, id) REFERENCES audit.received (tenant, transaction, id)
);

ALTER TABLE audit.received ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.received FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.link ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.link FORCE ROW LEVEL SECURITY;
CREATE POLICY received_of_tenant ON audit.received
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY link_of_tenant ON audit.link
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());

GRANT USAGE ON SCHEMA audit TO baken_app, baken_audit, baken_backup;
GRANT INSERT, SELECT ON audit.received, audit.link TO baken_app, baken_audit;
GRANT SELECT ON audit.received, audit.link TO baken_backup;
