-- How the stories before and after a module were judged, in numbers, for what a group learned. Under a code that is made of the learner and a
-- secret that is not in the database; no organisation, no run, no day. Told of ten pairs and more together, never of one.

CREATE TABLE learning.story_score (
  tenant uuid NOT NULL,
  code text NOT NULL,
  course text NOT NULL,
  phase text NOT NULL CHECK (phase IN ('before', 'after')),
  -- Made like the code, of the run: a second run of the same person changes nothing.
  run text NOT NULL,
  -- The first day of the month.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  hits smallint NOT NULL,
  signals smallint NOT NULL CHECK (hits BETWEEN 0 AND signals),
  false_alarms smallint NOT NULL,
  heavy smallint NOT NULL CHECK (heavy BETWEEN 0 AND false_alarms),
  others smallint NOT NULL CHECK (false_alarms BETWEEN 0 AND others),
  sure_right double precision,
  sure_wrong double precision,
  PRIMARY KEY (tenant, code, course, phase)
);
CREATE INDEX story_score_by_month ON learning.story_score (tenant, month);
ALTER TABLE learning.story_score ENABLE ROW LEVEL SECURITY;
ALTER TABLE learning.story_score FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON learning.story_score USING (tenant = platform.current_tenant())
  WITH CHECK (tenant = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.story_score TO baken_app;
GRANT SELECT ON learning.story_score TO baken_backup;
