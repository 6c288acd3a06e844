import { areaOf, productionOf, type Rule, type SourceFile, type Violation } from '../source-tree.ts';

/** Areas that own more or other schemas than their name. Decision record 0005. */
const declared: Readonly<Record<string, readonly string[]>> = { 'kernel/accounts': ['accounts', 'keys'] };

const builder = /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`|\.withTables</;
const statement =
  /[`'"]\s*(SELECT\s+[\s\S]{0,200}?\sFROM|INSERT\s+INTO|UPDATE\s+[a-z_.]+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)|ALTER\s+TABLE)\s/;

/** D7: SQL is written in `server/store/` and `server/migrations/` only; the platform's server part has its own. */
export const sqlInStoreOnly: Rule = (tree) =>
  productionOf(tree)
    .filter(
      ({ path }) =>
        !/\/server\/store\//.test(path) &&
        !path.startsWith('src/platform/server/') &&
        !path.startsWith('src/apps/cli/'),
    )
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      const line = lines.findIndex((one) => builder.test(one));
      if (line >= 0) return [{ rule: 'D7', path, line: line + 1, says: 'SQL belongs in server/store' }];
      return statement.test(text) ? [{ rule: 'D7', path, says: 'SQL belongs in server/store' }] : [];
    });

/** D7: a module reads and writes its own schema only; the platform's functions are open to all. */
export const ownSchemaOnly: Rule = (tree) => {
  const areas = [...new Set(tree.flatMap(({ path }) => areaOf(path) ?? []))];
  const schemas = new Map(areas.map((area) => [area, declared[area] ?? [area.split('/')[1] ?? '']]));
  const all = [...new Set([...schemas.values()].flat())];
  return tree
    .filter(
      ({ path }) => areaOf(path) !== null && /\/server\/(store|migrations)\//.test(path) && !path.endsWith('.test.ts'),
    )
    .flatMap((file) => foreignSchemas(file, schemas.get(areaOf(file.path) ?? '') ?? [], all));
};

function foreignSchemas(
  { path, text }: SourceFile,
  own: readonly string[],
  all: readonly string[],
): readonly Violation[] {
  const foreign = all.filter((name) => !own.includes(name));
  if (foreign.length === 0) return [];
  const pattern = new RegExp(String.raw`(?<![\w.#/@])(${foreign.join('|')})\.[a-z_]+\b(?!\()`);
  return text.split('\n').flatMap((line, index) => {
    const isSql = path.endsWith('.sql')
      ? !line.trimStart().startsWith('--')
      : /['"`]|^\s*(FROM|JOIN|INTO|UPDATE)\b/i.test(line);
    const hit = isSql && !/^\s*(\/\/|\*|import )/.test(line) ? pattern.exec(quoted(path, line)) : null;
    return hit ? [{ rule: 'D7', path, line: index + 1, says: `${hit[0]} belongs to another area` }] : [];
  });
}

/** In TypeScript only what stands in quotes can be SQL or a table name. */
function quoted(path: string, line: string): string {
  if (path.endsWith('.sql')) return line;
  const parts = line.match(/'[^']*'|"[^"]*"|`[^`]*`?|^[^'"]*$/g);
  return (parts ?? []).join(' ');
}

/** P1 and section 11: a migration carries its date, and is forward only. */
export const migrationNames: Rule = (tree) =>
  tree
    .filter(({ path }) => path.includes('/migrations/'))
    .flatMap(({ path }) =>
      /\/migrations\/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.sql$/.test(path)
        ? []
        : [{ rule: 'D7', path, says: 'name a migration 2026-11-24-what-it-does.sql' }],
    );
