-- A statement that nobody waits for may refuse the whole transaction: its commit, already on its way, then fails with the
-- code and the reason of the refusal. Asked for as a value, so that it stands where the value would: only for rows that
-- the statement really reaches.
CREATE FUNCTION platform.refuse(code text, reason text) RETURNS integer
  LANGUAGE plpgsql VOLATILE
  AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BK001', MESSAGE = code, DETAIL = reason;
END
$$;
