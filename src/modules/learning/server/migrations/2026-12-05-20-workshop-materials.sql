-- What is given out at workshops. Files hold nobody's data: whoever attaches one is told so, and whoever has the code of a session
-- reads it. Nothing says who read what.

CREATE TABLE learning.material (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  workshop uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, workshop) REFERENCES learning.workshop (tenant, id)
);
CREATE INDEX material_of_workshop ON learning.material (tenant, workshop);

-- A version is never changed: a session keeps the one that it was given.
CREATE TABLE learning.material_version (
  tenant uuid NOT NULL,
  material uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  -- A cleaned name with the ending of its kind; of a page of the facilitator pack its id.
  name text NOT NULL CHECK (length(name) <= 130),
  -- A kind of file, or `page`: then the body is the page in each language.
  kind text NOT NULL CHECK (kind IN ('pdf', 'docx', 'odt', 'xlsx', 'jpeg', 'png', 'webp', 'text', 'page')),
  body bytea NOT NULL CHECK (length(body) <= 10485760),
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, material, version),
  FOREIGN KEY (tenant, material) REFERENCES learning.material (tenant, id) ON DELETE CASCADE
);

-- What people of a session may read, in which version, and from when on.
CREATE TABLE learning.session_material (
  tenant uuid NOT NULL,
  session uuid NOT NULL,
  material uuid NOT NULL,
  version integer NOT NULL,
  shown text NOT NULL CHECK (shown IN ('before', 'after')),
  PRIMARY KEY (tenant, session, material),
  FOREIGN KEY (tenant, session) REFERENCES learning.session (tenant, id),
  FOREIGN KEY (tenant, material, version) REFERENCES learning.material_version (tenant, material, version) ON DELETE CASCADE
);
CREATE INDEX session_material_by_version ON learning.session_material (tenant, material, version);

-- By which code the people of a session read what they were given; one at a time.
CREATE TABLE learning.material_code (
  tenant uuid NOT NULL,
  session uuid NOT NULL,
  hash text NOT NULL,
  drawn_on date NOT NULL,
  PRIMARY KEY (tenant, session),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, session) REFERENCES learning.session (tenant, id)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['material', 'material_version', 'session_material', 'material_code'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON learning.%I TO baken_app', named);
    EXECUTE format('GRANT SELECT ON learning.%I TO baken_backup', named);
  END LOOP;
END $$;

GRANT UPDATE (title) ON learning.material TO baken_app;
