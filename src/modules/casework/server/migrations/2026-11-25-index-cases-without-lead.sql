-- Cases that nobody leads, longest first, for the coordinator's overview: the first hundred are read from here, where
-- every running case of the branch was read and put in order before.
CREATE INDEX case_without_lead ON casework."case" (tenant, branch, (state_dates->>'on'), id)
  WHERE state IN ('accepted', 'active') AND (state = 'accepted' OR state_dates->>'lead' IS NULL);
