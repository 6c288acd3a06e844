-- A number that a device was given before it went without a connection, so that whoever never comes back can show that they finished.
-- Without a name; what shows that a receipt is genuine is made with a secret that is not in the database. It goes with the run.

CREATE TABLE learning.receipt (
  tenant uuid NOT NULL,
  number text NOT NULL CHECK (length(number) = 8),
  attempt uuid NOT NULL,
  version text NOT NULL,
  digest text NOT NULL,
  language text NOT NULL,
  draft boolean NOT NULL,
  title text NOT NULL,
  minutes integer NOT NULL,
  given_on date NOT NULL,
  redeemed_on date,
  redeemed_by uuid,
  -- The day on which the steps themselves arrived after all, and the server saw that it was done.
  confirmed_on date,
  PRIMARY KEY (tenant, number),
  UNIQUE (tenant, attempt, version),
  CHECK ((redeemed_on IS NULL) = (redeemed_by IS NULL)),
  FOREIGN KEY (tenant, attempt) REFERENCES learning.attempt (tenant, id) ON DELETE CASCADE
);
ALTER TABLE learning.receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.receipt USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.receipt TO baken_app;
GRANT SELECT ON learning.receipt TO baken_backup;

ALTER TABLE learning.completion DROP CONSTRAINT completion_route_check;
ALTER TABLE learning.completion ADD CONSTRAINT completion_route_check CHECK (route IN ('own-player', 'receipt'));
