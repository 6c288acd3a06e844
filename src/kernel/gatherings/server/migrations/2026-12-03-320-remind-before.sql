-- The beginning of which somebody was reminded: moved to another one, they are reminded again.
ALTER TABLE gatherings.seat ADD COLUMN reminded_of timestamptz;
