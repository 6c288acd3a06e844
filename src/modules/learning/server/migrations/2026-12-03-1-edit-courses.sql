-- Drafts of courses, as the files of their folders and nothing else: what is downloaded is what lies here. They hold no learner and no
-- case. A draft stays until somebody removes it.

CREATE TABLE learning.draft (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  -- Id of the course in its files, and its title in its own language, for the list alone.
  course text NOT NULL CHECK (length(course) <= 80),
  title text NOT NULL CHECK (length(title) <= 200),
  -- Goes up by one each time: whoever has not seen the last one changes nothing.
  version integer NOT NULL CHECK (version >= 0),
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  PRIMARY KEY (tenant, id)
);

CREATE TABLE learning.draft_file (
  tenant uuid NOT NULL,
  draft uuid NOT NULL,
  path text NOT NULL CHECK (length(path) <= 120),
  body bytea NOT NULL CHECK (length(body) <= 1100000),
  PRIMARY KEY (tenant, draft, path),
  FOREIGN KEY (tenant, draft) REFERENCES learning.draft (tenant, id) ON DELETE CASCADE
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['draft', 'draft_file'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON learning.%I TO baken_app', named);
    EXECUTE format('GRANT SELECT ON learning.%I TO baken_backup', named);
  END LOOP;
END $$;

GRANT UPDATE (course, title, version, changed_at, changed_by) ON learning.draft TO baken_app;
GRANT UPDATE (body) ON learning.draft_file TO baken_app;
