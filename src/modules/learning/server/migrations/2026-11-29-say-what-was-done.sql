-- What a paper says of a finished run: title and minutes of the course as it was then. Of what was finished before this nobody
-- kept them: papers about it say what the course says today.
ALTER TABLE learning.completion ADD COLUMN title text, ADD COLUMN minutes real;
