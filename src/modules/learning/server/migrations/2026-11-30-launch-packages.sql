-- Packages from elsewhere that can be opened, who opened which part, and what came of it (cmi5). Everything of one key lies in the partition
-- of the record store that the key opens. What happened is never changed and never taken away; files go with their package.

CREATE TABLE learning.package (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  store uuid NOT NULL,
  title text NOT NULL,
  -- What the package says of itself, as JSON.
  structure text NOT NULL,
  taken_at timestamptz NOT NULL,
  -- From then on nothing of it is opened any more; its files are gone.
  dropped_at timestamptz,
  PRIMARY KEY (tenant, id)
);

-- Files in pieces: a large one is then never held several times over on its way here.
CREATE TABLE learning.package_file (
  tenant uuid NOT NULL,
  package uuid NOT NULL,
  name text NOT NULL,
  piece integer NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (tenant, package, name, piece),
  FOREIGN KEY (tenant, package) REFERENCES learning.package (tenant, id)
);

CREATE TABLE learning.registration (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  id uuid NOT NULL,
  package uuid NOT NULL,
  -- The agent of all its statements, as JSON.
  actor text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, store, id),
  FOREIGN KEY (tenant, package) REFERENCES learning.package (tenant, id)
);

CREATE TABLE learning.launch (
  tenant uuid NOT NULL,
  -- The session.
  id uuid NOT NULL,
  store uuid NOT NULL,
  registration uuid NOT NULL,
  unit integer NOT NULL,
  mode text NOT NULL CHECK (mode IN ('Normal', 'Browse', 'Review')),
  launched_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  -- SHA-256 of the secrets: in the address of the files, for the one call that gives the token, and of the token itself.
  path_hash text NOT NULL,
  fetch_hash text NOT NULL,
  token_hash text,
  preferences_read boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, path_hash),
  FOREIGN KEY (tenant, store, registration) REFERENCES learning.registration (tenant, store, id)
);
CREATE INDEX launch_of_registration ON learning.launch (tenant, store, registration);

CREATE TABLE learning.launch_event (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  registration uuid NOT NULL,
  -- A launch, or one of its own where a part was waived.
  session uuid NOT NULL,
  -- The part or block, by the id that its publisher gave it.
  node text NOT NULL,
  verb text NOT NULL CHECK (verb IN ('launched', 'initialized', 'completed', 'passed', 'failed', 'terminated', 'abandoned', 'waived',
    'satisfied')),
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, store, registration, session, node, verb),
  FOREIGN KEY (tenant, store, registration) REFERENCES learning.registration (tenant, store, id)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['package', 'package_file', 'registration', 'launch', 'launch_event'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
    EXECUTE format('GRANT SELECT, INSERT ON learning.%I TO baken_app', named);
    EXECUTE format('GRANT SELECT ON learning.%I TO baken_backup', named);
  END LOOP;
END $$;

GRANT UPDATE (dropped_at) ON learning.package TO baken_app;
GRANT DELETE ON learning.package_file TO baken_app;
GRANT UPDATE (last_at, token_hash, preferences_read) ON learning.launch TO baken_app;
