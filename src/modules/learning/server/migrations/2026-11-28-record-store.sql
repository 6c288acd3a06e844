-- The record store (xAPI): statements as they came, by what they are found, and documents. A partition (`store`) is read and written
-- with its own keys only; those of tests are counted nowhere. Keys of 128 bits stand for texts of any length in the indexes: the first half of
-- their SHA-256. A statement is never changed and never taken away. Where a table has two indexes, the partition leads but one of them: while the
-- database knows little of how values are spread, it would take either for the other, and walk through all of a partition.

CREATE TABLE learning.lrs_key (
  tenant uuid NOT NULL,
  id text NOT NULL,
  -- SHA-256 of the secret, which is told once.
  hash text NOT NULL,
  store uuid NOT NULL,
  -- Where what comes in is from; null for a plain key.
  source text CHECK (length(source) BETWEEN 1 AND 80),
  organisation uuid,
  scope text NOT NULL CHECK (scope IN ('read', 'write', 'all', 'launch')),
  made_at timestamptz NOT NULL,
  until timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id),
  CHECK ((source IS NULL) = (organisation IS NULL)),
  CHECK (source IS NOT NULL OR until IS NOT NULL)
);

CREATE TABLE learning.lrs_statement (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  stored timestamptz NOT NULL,
  -- Says something that xAPI 1.0.3 has no words for.
  newer boolean NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id, store),
  UNIQUE (tenant, store, seq) INCLUDE (id)
);

-- What a statement is found by: its own, and that of statements that it points at. `wide`: only where related ones are asked for.
CREATE TABLE learning.lrs_by_activity (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  activity uuid NOT NULL,
  wide boolean NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (tenant, store, activity, wide, seq, id)
);
CREATE TABLE learning.lrs_by_agent (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  agent uuid NOT NULL,
  wide boolean NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (tenant, store, agent, wide, seq, id)
);
CREATE TABLE learning.lrs_by_verb (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  verb uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (tenant, store, verb, seq, id)
);
CREATE TABLE learning.lrs_by_registration (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  registration uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (tenant, store, registration, seq, id)
);

-- Which statement points at which, and which takes which back. The other one may come later.
CREATE TABLE learning.lrs_ref (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  PRIMARY KEY (tenant, from_id, store, to_id)
);
CREATE INDEX lrs_ref_to ON learning.lrs_ref (tenant, to_id, store, from_id);
CREATE TABLE learning.lrs_void (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  target uuid NOT NULL,
  voider uuid NOT NULL,
  PRIMARY KEY (tenant, target, store, voider)
);
CREATE INDEX lrs_void_voider ON learning.lrs_void (tenant, voider, store);

-- Files in pieces: a large one is then never held several times over on its way here.
CREATE TABLE learning.lrs_attachment (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  sha2 text NOT NULL,
  piece integer NOT NULL,
  type text NOT NULL,
  length integer NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (tenant, store, sha2, piece)
);
CREATE TABLE learning.lrs_attached (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  id uuid NOT NULL,
  sha2 text NOT NULL,
  PRIMARY KEY (tenant, store, id, sha2),
  FOREIGN KEY (tenant, id, store) REFERENCES learning.lrs_statement (tenant, id, store)
);

-- What is said of an activity by those who may define it.
CREATE TABLE learning.lrs_activity (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  activity uuid NOT NULL,
  iri text NOT NULL,
  definition text NOT NULL,
  PRIMARY KEY (tenant, store, activity)
);

-- Documents of a state, of an activity, of an agent. What does not belong to a kind is all zeros.
CREATE TABLE learning.lrs_document (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('state', 'activity', 'agent')),
  activity uuid NOT NULL,
  agent uuid NOT NULL,
  registration uuid NOT NULL,
  name_key uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  body bytea NOT NULL,
  etag text NOT NULL,
  changed timestamptz NOT NULL,
  PRIMARY KEY (tenant, store, kind, activity, agent, registration, name_key)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['lrs_key', 'lrs_statement', 'lrs_by_activity', 'lrs_by_agent', 'lrs_by_verb',
    'lrs_by_registration', 'lrs_ref', 'lrs_void', 'lrs_attachment', 'lrs_attached', 'lrs_activity', 'lrs_document'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
    EXECUTE format('GRANT SELECT, INSERT ON learning.%I TO baken_app', named);
    EXECUTE format('GRANT SELECT ON learning.%I TO baken_backup', named);
  END LOOP;
END $$;

GRANT UPDATE (revoked_at) ON learning.lrs_key TO baken_app;
GRANT UPDATE (definition) ON learning.lrs_activity TO baken_app;
GRANT UPDATE, DELETE ON learning.lrs_document TO baken_app;
