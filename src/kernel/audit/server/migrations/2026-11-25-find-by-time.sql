-- Counting what was read lately looks at a stretch of time. Entries are only ever added, in the order of their time,
-- so that a summary per block is enough to find it, and costs an insert next to nothing.
CREATE INDEX received_at ON audit.received USING brin (tenant, at);
