-- What is decided has a verdict, and what is written down has none: also for code that asks the database without the server's checks.
ALTER TABLE disclosure.entry ADD CONSTRAINT decided_with_audit CHECK (
  (kind IN ('release', 'correction'))
    = coalesce(jsonb_typeof(disclosure.payload_of(seal) -> 'audit') = 'object', false)
);
