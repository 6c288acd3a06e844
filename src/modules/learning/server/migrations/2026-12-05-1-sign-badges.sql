-- Keys that sign what this installation says of finished modules. The private half is sealed with a secret that is not in the database;
-- the newest key signs, and every one before it stays, so that what it signed can still be checked.
CREATE TABLE learning.badge_key (
  tenant uuid NOT NULL,
  -- Thumbprint of the public half (RFC 7638).
  id text NOT NULL,
  modulus text NOT NULL,
  exponent text NOT NULL,
  sealed text NOT NULL,
  -- Scheme, host and port under which everything it signs is found.
  origin text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX badge_key_by_time ON learning.badge_key (tenant, made_at);

-- What badges say was finished, as it was then. Its id is a hash of the rest, so it never changes.
CREATE TABLE learning.achievement (
  tenant uuid NOT NULL,
  id text NOT NULL,
  course text NOT NULL,
  version text NOT NULL,
  language text NOT NULL,
  draft boolean NOT NULL,
  title text NOT NULL,
  minutes real NOT NULL,
  PRIMARY KEY (tenant, id)
);

-- The badge of a certificate: its name, and its place in a list of what was revoked. The badge itself is not kept.
CREATE TABLE learning.badge (
  tenant uuid NOT NULL,
  code text NOT NULL,
  id uuid NOT NULL,
  achievement text NOT NULL,
  list integer NOT NULL CHECK (list >= 1),
  place integer NOT NULL CHECK (place BETWEEN 0 AND 131071),
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, code),
  UNIQUE (tenant, id),
  UNIQUE (tenant, list, place),
  FOREIGN KEY (tenant, code) REFERENCES learning.certificate (tenant, code),
  FOREIGN KEY (tenant, achievement) REFERENCES learning.achievement (tenant, id)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['badge_key', 'achievement', 'badge'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

-- None of it is ever changed or deleted.
GRANT SELECT, INSERT ON learning.badge_key, learning.achievement, learning.badge TO baken_app;
GRANT SELECT ON learning.badge_key, learning.achievement, learning.badge TO baken_backup;
