-- Who looks after the people of a partner, without an account: by a label of ours, and by browsers that a link let in.

CREATE TABLE learning.partner_coordinator (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  organisation uuid NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  -- Of the secret in a link that was not opened yet; null once it was.
  hash text,
  -- The last day on which that link opens.
  until date NOT NULL,
  made_on date NOT NULL,
  ended_on date,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id),
  CHECK (ended_on IS NULL OR hash IS NULL)
);
CREATE INDEX partner_coordinator_of ON learning.partner_coordinator (tenant, organisation);
CREATE TABLE learning.partner_key (
  tenant uuid NOT NULL,
  hash text NOT NULL,
  coordinator uuid NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (tenant, hash),
  FOREIGN KEY (tenant, coordinator) REFERENCES learning.partner_coordinator (tenant, id) ON DELETE CASCADE
);
CREATE INDEX key_of_partner_coordinator ON learning.partner_key (tenant, coordinator);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['partner_coordinator', 'partner_key'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON learning.partner_coordinator TO baken_app;
GRANT UPDATE (hash, until, ended_on) ON learning.partner_coordinator TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.partner_key TO baken_app;
GRANT SELECT ON learning.partner_coordinator, learning.partner_key TO baken_backup;
