-- What statements are found by, thirty-two at a time: one row says which of a block of numbers a key belongs to, a bit for each. Mostly
-- the same people, activities and verbs come again within a batch, so half as many rows are written, into one table and index
-- instead of four, and several conditions meet by an AND of their bits. Replaces lrs_by_activity, lrs_by_agent, lrs_by_verb, lrs_by_registration.

CREATE TABLE learning.lrs_found (
  tenant uuid NOT NULL,
  store uuid NOT NULL,
  -- 1 an activity, 2 an agent, 3 a verb, 4 a registration.
  kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 4),
  -- The first half of a SHA-256 of the text; a registration is itself a UUID.
  key uuid NOT NULL,
  -- seq / 32. There may be several rows of one block: each batch adds its own, and none is changed.
  block integer NOT NULL,
  -- Only where related ones are asked for.
  wide boolean NOT NULL,
  -- Bit n: the statement with the number block * 32 + n.
  marks integer NOT NULL,
  PRIMARY KEY (tenant, store, kind, key, block, wide, marks)
);
ALTER TABLE learning.lrs_found ENABLE ROW LEVEL SECURITY;

-- Who owns the tables and is no superuser sees rows only while this is off.
ALTER TABLE learning.lrs_by_activity NO FORCE ROW LEVEL SECURITY;
ALTER TABLE learning.lrs_by_agent NO FORCE ROW LEVEL SECURITY;
ALTER TABLE learning.lrs_by_verb NO FORCE ROW LEVEL SECURITY;
ALTER TABLE learning.lrs_by_registration NO FORCE ROW LEVEL SECURITY;
INSERT INTO learning.lrs_found (tenant, store, kind, key, block, wide, marks)
  SELECT tenant, store, kind, key, seq / 32, wide, bit_or(1 << (seq % 32)::integer) FROM (
    SELECT tenant, store, 1 AS kind, activity AS key, wide, seq FROM learning.lrs_by_activity
    UNION ALL SELECT tenant, store, 2, agent, wide, seq FROM learning.lrs_by_agent
    UNION ALL SELECT tenant, store, 3, verb, false, seq FROM learning.lrs_by_verb
    UNION ALL SELECT tenant, store, 4, registration, false, seq FROM learning.lrs_by_registration) known
  GROUP BY tenant, store, kind, key, seq / 32, wide;
DROP TABLE learning.lrs_by_activity, learning.lrs_by_agent, learning.lrs_by_verb, learning.lrs_by_registration;

ALTER TABLE learning.lrs_found FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.lrs_found USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT ON learning.lrs_found TO baken_app;
GRANT SELECT ON learning.lrs_found TO baken_backup;
