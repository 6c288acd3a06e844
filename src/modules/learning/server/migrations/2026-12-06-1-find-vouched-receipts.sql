-- What a receipt was vouched for has the version of its package: found by the proof, for each person whose standing is asked.
CREATE UNIQUE INDEX packaged_completion_of_proof ON learning.packaged_completion (tenant, proof) WHERE proof IS NOT NULL;
