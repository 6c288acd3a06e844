-- The ledger of everything ever released. It is only ever added to, by whatever role; each entry names the one before it.

-- What a compact JWS says, unverified: the server has verified it before it comes here.
CREATE FUNCTION disclosure.payload_of(jws text) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT convert_from(decode(
    rpad(part, (length(part) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
  FROM translate(split_part(jws, '.', 2), '-_', '+/') AS part
$$;

-- SHA-256 of a text, base64url without padding, as devices compute it.
CREATE FUNCTION disclosure.hash_of(signed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT translate(encode(sha256(convert_to(signed, 'UTF8')), 'base64'), '+/=', '-_')
$$;

CREATE TABLE disclosure.entry (
  tenant uuid NOT NULL,
  seq integer NOT NULL CHECK (seq >= 1),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('release', 'correction', 'said', 'outside', 'withdrawal')),
  -- Of a withdrawal the entry that it withdraws.
  withdraws uuid,
  sealed_on date NOT NULL,
  content text NOT NULL,
  seal text NOT NULL,
  head text NOT NULL CHECK (head = disclosure.hash_of(seal)),
  PRIMARY KEY (tenant, seq),
  UNIQUE (tenant, id),
  UNIQUE (tenant, withdraws),
  UNIQUE (tenant, head),
  CHECK ((kind = 'withdrawal') = (withdraws IS NOT NULL))
);

-- What waits for a second person. It may be dropped, and goes when it is released.
CREATE TABLE disclosure.proposal (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  author uuid NOT NULL,
  content text NOT NULL,
  proposed_on date NOT NULL,
  PRIMARY KEY (tenant, id)
);

-- Next in order, on top of the newest, and just what was signed: whatever code asks for.
CREATE FUNCTION disclosure.admit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seal jsonb := disclosure.payload_of(NEW.seal);
  content jsonb := disclosure.payload_of(NEW.content);
  last record;
BEGIN
  SELECT e.seq, e.head INTO last FROM disclosure.entry e WHERE e.tenant = NEW.tenant ORDER BY e.seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR (seal ->> 'prev') IS DISTINCT FROM last.head THEN
    RAISE EXCEPTION 'a ledger goes on where it ends';
  END IF;
  IF (seal ->> 'seq')::integer IS DISTINCT FROM NEW.seq OR (seal ->> 'id')::uuid IS DISTINCT FROM NEW.id
    OR (content ->> 'id')::uuid IS DISTINCT FROM NEW.id OR (content ->> 'kind') IS DISTINCT FROM NEW.kind
    OR (content ->> 'withdraws')::uuid IS DISTINCT FROM NEW.withdraws
    OR (content ->> 'tenant')::uuid IS DISTINCT FROM NEW.tenant OR (seal ->> 'tenant')::uuid IS DISTINCT FROM NEW.tenant
    OR (seal ->> 'on')::date IS DISTINCT FROM NEW.sealed_on
    OR (seal ->> 'content') IS DISTINCT FROM disclosure.hash_of(NEW.content) THEN
    RAISE EXCEPTION 'an entry is just what was signed';
  END IF;
  IF 'block' IN (seal #>> '{audit,verdict}', seal #>> '{audit,insiders}') THEN
    RAISE EXCEPTION 'what is blocked is not released';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION disclosure.keep_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a ledger is only ever added to';
END $$;

CREATE TRIGGER admit_entry BEFORE INSERT ON disclosure.entry FOR EACH ROW EXECUTE FUNCTION disclosure.admit_entry();
CREATE TRIGGER keep_entries BEFORE UPDATE OR DELETE ON disclosure.entry FOR EACH ROW EXECUTE FUNCTION disclosure.keep_entries();
CREATE TRIGGER keep_all_entries BEFORE TRUNCATE ON disclosure.entry FOR EACH STATEMENT EXECUTE FUNCTION disclosure.keep_entries();

ALTER TABLE disclosure.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure.entry FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure.proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure.proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON disclosure.entry
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());
CREATE POLICY of_tenant ON disclosure.proposal
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());

GRANT USAGE ON SCHEMA disclosure TO baken_app, baken_backup;
GRANT SELECT, INSERT ON disclosure.entry TO baken_app;
GRANT SELECT, INSERT, DELETE ON disclosure.proposal TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA disclosure TO baken_backup;
