-- Who holds a session token, asked in one statement at the beginning of every request: the tenant that the token
-- names is set for the running transaction, so that the policies of rows let its own session, account and roles be
-- seen. Whether the session is still living is judged by the caller, who has the clock. A request that only reads
-- does not wait until its line of the event log is on the disk (`reading`); what is written always does.
CREATE FUNCTION accounts.enter(of_tenant uuid, token_hash text, reading boolean)
RETURNS TABLE (user_id uuid, started timestamptz, seen timestamptz, unlocked timestamptz, status text, roles jsonb)
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM set_config('baken.tenant', of_tenant::text, true);
  IF reading THEN
    PERFORM set_config('synchronous_commit', 'off', true);
  END IF;
  RETURN QUERY
    SELECT s.user_id, s.started, s.seen, s.unlocked, a.status, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'until', r.until) ORDER BY r.role), '[]')
      FROM accounts.role r WHERE r.tenant = of_tenant AND r.user_id = s.user_id)
    FROM accounts.session s
    JOIN accounts.account a ON a.tenant = s.tenant AND a.id = s.user_id
    WHERE s.tenant = of_tenant AND s.hash = token_hash;
END
$$;
