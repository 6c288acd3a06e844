-- Sealed spaces: who may read, the signed log, and ciphertext. Nothing here can be opened by the server.

CREATE TABLE spaces.space (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  epoch integer NOT NULL CHECK (epoch >= 1),
  seq integer NOT NULL CHECK (seq >= 1),
  head text NOT NULL,
  coded_hash text,
  key_seq integer NOT NULL,
  PRIMARY KEY (tenant, id)
);

CREATE TABLE spaces.member (
  tenant uuid NOT NULL,
  space uuid NOT NULL,
  user_id uuid NOT NULL,
  relation text NOT NULL,
  epoch_from integer NOT NULL,
  epoch_until integer,
  PRIMARY KEY (tenant, space, user_id, epoch_from),
  FOREIGN KEY (tenant, space) REFERENCES spaces.space (tenant, id),
  CHECK (epoch_until IS NULL OR epoch_until >= epoch_from)
);
CREATE UNIQUE INDEX member_living ON spaces.member (tenant, user_id, space) WHERE epoch_until IS NULL;

CREATE TABLE spaces.operation (
  tenant uuid NOT NULL,
  space uuid NOT NULL,
  seq integer NOT NULL,
  hash text NOT NULL,
  kind text NOT NULL,
  jws text NOT NULL,
  PRIMARY KEY (tenant, space, seq),
  FOREIGN KEY (tenant, space) REFERENCES spaces.space (tenant, id)
);

CREATE TABLE spaces.record (
  tenant uuid NOT NULL,
  space uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  type text NOT NULL,
  epoch integer NOT NULL,
  seq integer NOT NULL,
  size integer NOT NULL,
  hour text NOT NULL,
  current boolean NOT NULL,
  envelope text,
  PRIMARY KEY (tenant, space, id, version),
  FOREIGN KEY (tenant, space, seq) REFERENCES spaces.operation (tenant, space, seq)
);
CREATE UNIQUE INDEX record_current ON spaces.record (tenant, space, id) WHERE current;
CREATE INDEX record_since ON spaces.record (tenant, space, seq) WHERE current;
CREATE UNIQUE INDEX record_head ON spaces.record (tenant, space) WHERE current AND type = 'head';

CREATE TABLE spaces.document (
  tenant uuid NOT NULL,
  space uuid NOT NULL,
  id uuid NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  hour text NOT NULL,
  seq integer,
  PRIMARY KEY (tenant, space, id),
  FOREIGN KEY (tenant, space) REFERENCES spaces.space (tenant, id)
);

ALTER TABLE spaces.space ENABLE ROW LEVEL SECURITY;
ALTER TABLE spaces.space FORCE ROW LEVEL SECURITY;
ALTER TABLE spaces.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE spaces.member FORCE ROW LEVEL SECURITY;
ALTER TABLE spaces.operation ENABLE ROW LEVEL SECURITY;
ALTER TABLE spaces.operation FORCE ROW LEVEL SECURITY;
ALTER TABLE spaces.record ENABLE ROW LEVEL SECURITY;
ALTER TABLE spaces.record FORCE ROW LEVEL SECURITY;
ALTER TABLE spaces.document ENABLE ROW LEVEL SECURITY;
ALTER TABLE spaces.document FORCE ROW LEVEL SECURITY;

-- Who works on what is open to the tenant's own routes; what was written is not: ciphertext and log
-- are readable by living members alone, whatever a route forgets to ask.
CREATE POLICY space_of_tenant ON spaces.space
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY member_of_tenant ON spaces.member
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());

CREATE POLICY operation_of_member ON spaces.operation
  USING (tenant = platform.current_tenant() AND EXISTS (
    SELECT 1 FROM spaces.member m
    WHERE m.tenant = operation.tenant AND m.user_id = platform.current_user_id()
      AND m.space = operation.space AND m.epoch_until IS NULL))
  WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY record_of_member ON spaces.record
  USING (tenant = platform.current_tenant() AND EXISTS (
    SELECT 1 FROM spaces.member m
    WHERE m.tenant = record.tenant AND m.user_id = platform.current_user_id()
      AND m.space = record.space AND m.epoch_until IS NULL))
  WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY document_of_member ON spaces.document
  USING (tenant = platform.current_tenant() AND EXISTS (
    SELECT 1 FROM spaces.member m
    WHERE m.tenant = document.tenant AND m.user_id = platform.current_user_id()
      AND m.space = document.space AND m.epoch_until IS NULL))
  WITH CHECK (tenant = platform.current_tenant());

GRANT USAGE ON SCHEMA spaces TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE ON spaces.space, spaces.member, spaces.record TO baken_app;
GRANT SELECT, INSERT ON spaces.operation TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON spaces.document TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA spaces TO baken_backup;
