-- Who holds a session token, asked in one statement at the beginning of every request. Tenant and, for an account that
-- may sign in, user are set for the running transaction, so that the policies of rows hold from here on. Whether the
-- session is still living is judged by the caller, who has the clock and takes both back when it is not. A request that
-- only reads does not wait until its line of the event log is on the disk (`reading`); what is written always does.
CREATE FUNCTION accounts.enter(of_tenant uuid, token_hash text, reading boolean)
RETURNS TABLE (user_id uuid, started timestamptz, seen timestamptz, unlocked timestamptz, status text, roles jsonb)
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM set_config('baken.tenant', of_tenant::text, true),
    CASE WHEN reading THEN set_config('synchronous_commit', 'off', true) END;
  SELECT s.user_id, s.started, s.seen, s.unlocked, a.status, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'until', r.until) ORDER BY r.role), '[]')
      FROM accounts.role r WHERE r.tenant = of_tenant AND r.user_id = s.user_id)
    INTO enter.user_id, enter.started, enter.seen, enter.unlocked, enter.status, enter.roles
    FROM accounts.session s
    JOIN accounts.account a ON a.tenant = s.tenant AND a.id = s.user_id
    WHERE s.tenant = of_tenant AND s.hash = token_hash;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF enter.status = 'active' THEN
    PERFORM set_config('baken.user', enter.user_id::text, true);
  END IF;
  RETURN NEXT;
END
$$;
