-- How many letters somebody had sent on a day, so that a desk that somebody else sits at cannot write to thousands.
CREATE TABLE learning.letter_day (
  tenant uuid NOT NULL,
  -- A colleague, or whoever looks after the people of a partner.
  sender uuid NOT NULL,
  sent_on date NOT NULL,
  letters integer NOT NULL CHECK (letters >= 1),
  PRIMARY KEY (tenant, sender, sent_on)
);
ALTER TABLE learning.letter_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.letter_day FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.letter_day USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.letter_day TO baken_app;
GRANT SELECT ON learning.letter_day TO baken_backup;
