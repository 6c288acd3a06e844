-- Slides and cards of a facilitator pack can be chosen for a session, as its pages could: each a set in every language of the pack, without what
-- is noted for trainers. `name` says which cards.
ALTER TABLE learning.material_version DROP CONSTRAINT material_version_kind_check;
ALTER TABLE learning.material_version ADD CONSTRAINT material_version_kind_check
  CHECK (kind IN ('pdf', 'docx', 'odt', 'xlsx', 'jpeg', 'png', 'webp', 'text', 'page', 'slides', 'cards'));
