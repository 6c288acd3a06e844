-- What a module asked for when it was signed as an achievement, by titles of its scenes. Null of what was signed before, and where the files that were
-- played were not there any more.
ALTER TABLE learning.achievement ADD COLUMN rule jsonb;
