-- Packages that people of the programme brought on screen, and how far each of them is in each. What a part keeps is what the package
-- asked to be kept; a completion is a proof beside which stands what the package said.

ALTER TABLE learning.package
  -- Null where a key brought it: such packages are opened by cmi5 alone.
  ADD COLUMN kind text CHECK (kind IN ('scorm12', 'scorm2004', 'cmi5')),
  ADD COLUMN bytes bigint,
  ADD COLUMN imported_by uuid,
  -- What was found and did not stop it, as JSON.
  ADD COLUMN warnings text,
  ADD CONSTRAINT imported_whole CHECK ((kind IS NULL) = (imported_by IS NULL) AND (kind IS NULL) = (bytes IS NULL)
    AND (kind IS NULL) = (warnings IS NULL));

-- A file on its way here, until it is looked into.
CREATE TABLE learning.upload_piece (
  tenant uuid NOT NULL,
  user_id uuid NOT NULL,
  package uuid NOT NULL,
  piece integer NOT NULL CHECK (piece BETWEEN 0 AND 47),
  body bytea NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, user_id, package, piece)
);

CREATE TABLE learning.play (
  tenant uuid NOT NULL,
  package uuid NOT NULL,
  user_id uuid NOT NULL,
  item integer NOT NULL CHECK (item >= 0),
  -- Goes up by one each time: whoever has not seen the last one changes nothing.
  version integer NOT NULL CHECK (version >= 0),
  -- Elements and their values, as JSON.
  told text NOT NULL CHECK (length(told) <= 1000000),
  begun_at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, package, user_id, item),
  FOREIGN KEY (tenant, package) REFERENCES learning.package (tenant, id)
);

CREATE TABLE learning.opening (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  package uuid NOT NULL,
  user_id uuid NOT NULL,
  item integer NOT NULL,
  -- SHA-256 of the secret in the address of its files; by cmi5, where the launch of the same id has it, that id.
  path_hash text NOT NULL,
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, path_hash),
  FOREIGN KEY (tenant, package) REFERENCES learning.package (tenant, id)
);
CREATE INDEX opening_of_package ON learning.opening (tenant, package);

-- The one registration that somebody of ours has with a package by cmi5.
CREATE TABLE learning.own_registration (
  tenant uuid NOT NULL,
  package uuid NOT NULL,
  user_id uuid NOT NULL,
  registration uuid NOT NULL,
  PRIMARY KEY (tenant, package, user_id),
  UNIQUE (tenant, registration),
  FOREIGN KEY (tenant, package) REFERENCES learning.package (tenant, id)
);

CREATE TABLE learning.package_done (
  tenant uuid NOT NULL,
  package uuid NOT NULL,
  user_id uuid NOT NULL,
  -- The proof it became, under the same id.
  proof uuid NOT NULL,
  -- What the package said, as JSON.
  said text NOT NULL,
  done_on date NOT NULL,
  PRIMARY KEY (tenant, package, user_id),
  FOREIGN KEY (tenant, package) REFERENCES learning.package (tenant, id)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['upload_piece', 'play', 'opening', 'own_registration', 'package_done'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON learning.%I TO baken_app', named);
    EXECUTE format('GRANT SELECT ON learning.%I TO baken_backup', named);
  END LOOP;
END $$;

GRANT UPDATE (version, told, kept_at) ON learning.play TO baken_app;
GRANT UPDATE (body, sent_at) ON learning.upload_piece TO baken_app;
GRANT UPDATE (ended_at) ON learning.opening TO baken_app;
