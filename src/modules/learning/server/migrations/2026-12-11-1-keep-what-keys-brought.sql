-- What was found in a package that a key brought is kept as well, as JSON: where its pages script each other, they are opened from the host for
-- packages (decision 0085). Null for those that were brought before.

ALTER TABLE learning.package DROP CONSTRAINT imported_whole;
ALTER TABLE learning.package ADD CONSTRAINT imported_whole CHECK ((kind IS NULL) = (imported_by IS NULL)
  AND (kind IS NULL) = (bytes IS NULL) AND (kind IS NULL OR warnings IS NOT NULL));
