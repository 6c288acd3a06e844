-- Tenants, accounts, directory, invitations and sessions; and, apart from them in schema keys, what
-- only a person's own device can open.

CREATE TABLE accounts.tenant (
  tenant uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('society', 'network')),
  name text NOT NULL,
  practice boolean NOT NULL,
  fingerprint text NOT NULL,
  founded_hour text NOT NULL,
  -- Lets a table of casework demand by foreign key that its tenant is no network.
  UNIQUE (tenant, kind)
);

CREATE TABLE accounts.tenant_document (
  tenant uuid NOT NULL REFERENCES accounts.tenant (tenant),
  seq integer NOT NULL CHECK (seq >= 1),
  jws text NOT NULL,
  PRIMARY KEY (tenant, seq)
);

CREATE TABLE accounts.account (
  tenant uuid NOT NULL REFERENCES accounts.tenant (tenant),
  id uuid NOT NULL,
  handle text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'active', 'revoked')),
  encryption text NOT NULL,
  signing text NOT NULL,
  thumbprint text NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, handle)
);

CREATE TABLE accounts.role (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  until date,
  PRIMARY KEY (tenant, user_id, role),
  FOREIGN KEY (tenant, user_id) REFERENCES accounts.account (tenant, id)
);

CREATE TABLE accounts.directory_entry (
  tenant uuid NOT NULL REFERENCES accounts.tenant (tenant),
  seq integer NOT NULL CHECK (seq >= 1),
  hash text NOT NULL,
  user_id uuid NOT NULL,
  jws text NOT NULL,
  PRIMARY KEY (tenant, seq)
);

CREATE TABLE accounts.invitation (
  tenant uuid NOT NULL REFERENCES accounts.tenant (tenant),
  id text NOT NULL,
  inviter uuid NOT NULL,
  roles jsonb NOT NULL,
  root_proof text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'answered', 'confirmed', 'void')),
  tries integer NOT NULL DEFAULT 0,
  expires timestamptz NOT NULL,
  invitee uuid,
  proof text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, inviter) REFERENCES accounts.account (tenant, id),
  CHECK (state = 'open' OR state = 'void' OR (invitee IS NOT NULL AND proof IS NOT NULL))
);

CREATE TABLE accounts.session (
  tenant uuid NOT NULL,
  hash text NOT NULL,
  user_id uuid NOT NULL,
  started timestamptz NOT NULL,
  seen timestamptz NOT NULL,
  unlocked timestamptz NOT NULL,
  PRIMARY KEY (tenant, hash),
  FOREIGN KEY (tenant, user_id) REFERENCES accounts.account (tenant, id)
);
CREATE INDEX session_of_user ON accounts.session (tenant, user_id);

CREATE TABLE keys.credential (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  record text NOT NULL,
  master_key_wrap text NOT NULL,
  sealed_identity text NOT NULL,
  PRIMARY KEY (tenant, user_id),
  FOREIGN KEY (tenant, user_id) REFERENCES accounts.account (tenant, id) ON DELETE CASCADE
);

CREATE TABLE keys.keyring (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  sealed text NOT NULL,
  PRIMARY KEY (tenant, user_id),
  FOREIGN KEY (tenant, user_id) REFERENCES accounts.account (tenant, id) ON DELETE CASCADE
);

-- Halves of sign-ins under way, for two minutes. Unknown names get one too.
CREATE TABLE keys.login (
  tenant uuid NOT NULL,
  id text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'step-up')),
  user_id uuid,
  state text NOT NULL,
  expires timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);

CREATE TABLE keys.wrap (
  tenant uuid NOT NULL,
  recipient text NOT NULL,
  space uuid NOT NULL,
  epoch integer NOT NULL CHECK (epoch >= 1),
  wrap text NOT NULL,
  PRIMARY KEY (tenant, recipient, space, epoch)
);
CREATE INDEX wrap_of_space ON keys.wrap (tenant, space);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['accounts.tenant', 'accounts.tenant_document', 'accounts.account', 'accounts.role',
    'accounts.directory_entry', 'accounts.invitation', 'accounts.session',
    'keys.credential', 'keys.keyring', 'keys.login', 'keys.wrap'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  FOREACH named IN ARRAY ARRAY['accounts.tenant_document', 'accounts.account', 'accounts.role',
    'accounts.directory_entry', 'accounts.invitation', 'accounts.session', 'keys.login'] LOOP
    EXECUTE format('CREATE POLICY of_tenant ON %s USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
  -- What unlocks a person is visible to that person's own requests alone.
  FOREACH named IN ARRAY ARRAY['keys.credential', 'keys.keyring'] LOOP
    EXECUTE format('CREATE POLICY of_person ON %s
      USING (tenant = platform.current_tenant() AND user_id = platform.current_user_id())
      WITH CHECK (tenant = platform.current_tenant() AND user_id = platform.current_user_id())', named);
  END LOOP;
END $$;

-- The door plate is read before anybody signs in: id, name, kind, root. It holds nothing else.
CREATE POLICY entrance ON accounts.tenant FOR SELECT USING (true);
CREATE POLICY founding ON accounts.tenant FOR INSERT WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY keeping ON accounts.tenant FOR UPDATE
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());

-- Wraps are read by their recipient; only the two functions that store and drop them see others'.
CREATE POLICY of_recipient ON keys.wrap
  USING (tenant = platform.current_tenant()
    AND (recipient = platform.current_user_id()::text OR current_setting('baken.wraps', true) = 'keeper'))
  WITH CHECK (tenant = platform.current_tenant());

GRANT USAGE ON SCHEMA accounts, keys TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE ON accounts.tenant, accounts.account, accounts.invitation TO baken_app;
GRANT DELETE ON accounts.account TO baken_app;
GRANT SELECT, INSERT ON accounts.tenant_document, accounts.directory_entry TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.role, accounts.session TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON keys.credential, keys.keyring, keys.login, keys.wrap TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA accounts, keys TO baken_backup;
-- The verifier of the audit log needs to know which tenants there are.
GRANT USAGE ON SCHEMA accounts TO baken_audit;
GRANT SELECT ON accounts.tenant TO baken_audit;
