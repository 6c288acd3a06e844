-- Codes that a room shows: who is there types or scans the one of this minute. They are worked out from a secret that is not in this
-- database; here stands only who showed them, which is who answers for whoever came by them.

CREATE TABLE gatherings.room (
  tenant uuid NOT NULL,
  gathering uuid NOT NULL,
  shown_by uuid NOT NULL,
  shown_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, gathering, shown_by),
  FOREIGN KEY (tenant, gathering) REFERENCES gatherings.gathering (tenant, id)
);
ALTER TABLE gatherings.room ENABLE ROW LEVEL SECURITY;
ALTER TABLE gatherings.room FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON gatherings.room USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT ON gatherings.room TO baken_app;
GRANT SELECT ON gatherings.room TO baken_backup;

-- Whether whoever leads ticked somebody on the list, or they gave the code of the room themselves.
ALTER TABLE gatherings.attendance ADD COLUMN way text NOT NULL DEFAULT 'list' CHECK (way IN ('list', 'room-code'));
