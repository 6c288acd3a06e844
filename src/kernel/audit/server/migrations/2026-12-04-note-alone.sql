-- Lines that stand for themselves come in one statement, which is a transaction of its own: it says whose they are, asks not
-- to wait for the disk, and adds them under the same rules of rows as any other.
CREATE FUNCTION audit.note(of_tenant uuid, at timestamptz[], act text[], actor uuid[], subject text[], outcome text[])
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM set_config('baken.tenant', of_tenant::text, true), set_config('synchronous_commit', 'off', true);
  INSERT INTO audit.received (tenant, at, act, actor, subject, outcome)
    SELECT of_tenant, r.* FROM unnest(note.at, note.act, note.actor, note.subject, note.outcome) AS r;
END
$$;
