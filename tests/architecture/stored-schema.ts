/** Asks the database one statement; the answers are rows. */
export type Ask = (text: string) => Promise<readonly Record<string, unknown>[]>;

/** `platform` belongs to no tenant: rate windows, jobs, the list of migrations. */
const ours = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'public') AND n.nspname NOT LIKE 'pg\\_%'`;
/** Tables that exist before there is a tenant, or that name tenants themselves. */
const withoutTenant: readonly string[] = ['accounts.tenant'];

/** Tables of kernel and modules whose rows the database would show to anybody. */
export async function findTablesWithoutForcedRows(ask: Ask): Promise<readonly string[]> {
  const rows = await ask(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND ${ours} AND n.nspname <> 'platform'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))
     ORDER BY 1`,
  );
  return rows.map(({ name }) => String(name));
}

/** Keys, foreign keys and indexes whose first column is not the tenant. */
export async function findUnledByTenant(ask: Ask): Promise<readonly string[]> {
  const rows = await ask(
    `SELECT n.nspname || '.' || c.relname AS "table", i.relname AS name, a.attname AS first
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
     WHERE ${ours} AND n.nspname <> 'platform'
     UNION ALL
     SELECT n.nspname || '.' || c.relname, k.conname, a.attname
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND ${ours} AND n.nspname <> 'platform'
     ORDER BY 1, 2`,
  );
  return rows
    .filter(({ table, first }) => first !== 'tenant' && !withoutTenant.includes(String(table)))
    .map(({ table, name }) => `${String(table)} ${String(name)}`);
}

/** Every stored column, `schema.table.column`. */
export async function findStoredColumns(ask: Ask): Promise<readonly string[]> {
  const rows = await ask(
    `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${ours} ORDER BY 1`,
  );
  return rows.map(({ name }) => String(name));
}
