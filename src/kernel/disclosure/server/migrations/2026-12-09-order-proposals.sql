-- Proposals are listed in the order in which they came: the day that their author wrote on them is not ours to trust.
ALTER TABLE disclosure.proposal ADD COLUMN place bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE disclosure.proposal DROP COLUMN proposed_on;
CREATE INDEX proposal_by_place ON disclosure.proposal (tenant, place);
