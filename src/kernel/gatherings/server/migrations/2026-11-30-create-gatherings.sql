-- Dated meetings with places: who signed up, who waits, who came. Where a mail may be sent stands apart, sealed under a secret
-- that is not in this database, and goes before the rest. What a gathering is about the module knows. Nothing here knows a case.

CREATE TABLE gatherings.gathering (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  -- Instants; shown as the clocks of Amsterdam go.
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  sign_up_until timestamptz NOT NULL CHECK (sign_up_until <= starts_at),
  places integer NOT NULL CHECK (places BETWEEN 1 AND 500),
  quota integer CHECK (quota BETWEEN 1 AND 500),
  state text NOT NULL CHECK (state IN ('open', 'closed', 'cancelled')),
  place text NOT NULL CHECK (length(place) <= 200),
  link text NOT NULL CHECK (length(link) <= 400),
  access_note text NOT NULL CHECK (length(access_note) <= 400),
  PRIMARY KEY (tenant, id)
);
CREATE INDEX gathering_by_start ON gatherings.gathering (tenant, starts_at);

CREATE TABLE gatherings.seat (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  gathering uuid NOT NULL,
  turn integer NOT NULL CHECK (turn >= 1),
  -- One of our own people, or somebody under a label that whoever invited them understands; neither once they are forgotten.
  user_id uuid,
  label text CHECK (length(label) BETWEEN 1 AND 60),
  group_id uuid,
  -- Stands for the secret of a page of their own, which is stored nowhere in the open.
  hash text,
  state text NOT NULL CHECK (state IN ('confirmed', 'offered', 'waiting', 'left')),
  offered_until timestamptz,
  left_why text CHECK (left_why IN ('withdrew', 'let-pass', 'taken-off')),
  revision integer NOT NULL CHECK (revision >= 1),
  -- The revision they were last told by mail, and whether it stands in their calendar.
  told integer NOT NULL DEFAULT 0,
  invited boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, gathering, turn),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, gathering) REFERENCES gatherings.gathering (tenant, id),
  CHECK ((state = 'offered') = (offered_until IS NOT NULL)),
  CHECK ((state = 'left') = (left_why IS NOT NULL)),
  CHECK (user_id IS NULL OR label IS NULL)
);
-- Nobody of ours stands on a list twice.
CREATE UNIQUE INDEX seat_of_user ON gatherings.seat (tenant, gathering, user_id) WHERE state <> 'left';
CREATE INDEX seat_by_user ON gatherings.seat (tenant, user_id);

-- For mails about this sign-up and nothing else.
CREATE TABLE gatherings.address (
  tenant uuid NOT NULL,
  seat uuid NOT NULL,
  sealed text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  -- The code of why the last mail did not leave.
  problem text CHECK (problem ~ '^[A-Za-z]{1,40}$'),
  PRIMARY KEY (tenant, seat),
  FOREIGN KEY (tenant, seat) REFERENCES gatherings.seat (tenant, id)
);

-- Who was there; a correction is another line, and the last one holds.
CREATE TABLE gatherings.attendance (
  tenant uuid NOT NULL,
  seat uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  mark text NOT NULL CHECK (mark IN ('present', 'absent')),
  kept_by uuid NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, seat, number),
  FOREIGN KEY (tenant, seat) REFERENCES gatherings.seat (tenant, id)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['gathering', 'seat', 'address', 'attendance'] LOOP
    EXECUTE format('ALTER TABLE gatherings.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE gatherings.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON gatherings.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA gatherings TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE ON gatherings.gathering, gatherings.seat TO baken_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON gatherings.address TO baken_app;
-- Lines of attendance are added, never changed.
GRANT SELECT, INSERT ON gatherings.attendance TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA gatherings TO baken_backup;
