-- Whether not everybody had signed the version when it was done. What was counted before this was done with a draft.
ALTER TABLE learning.completion ADD COLUMN draft boolean NOT NULL DEFAULT true;
ALTER TABLE learning.completion ALTER COLUMN draft DROP DEFAULT;
