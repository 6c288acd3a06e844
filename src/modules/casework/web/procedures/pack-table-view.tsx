import type { PackTable } from '#kernel/procedures';
import styles from './procedures.module.css';

/** A table that becomes cards on a phone; the caption is for the ear where the heading above says the same. */
export function PackTableView({ table, above }: { readonly table: PackTable; readonly above?: string }) {
  const { caption, head, rows } = table;
  return (
    <table className={styles['table']}>
      <caption className={caption === above ? 'visually-hidden' : ''}>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>
                <span className={styles['cellHead']} aria-hidden>
                  {head[column]}
                </span>
                <Cell text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ text }: { readonly text: string }) {
  if (!text.startsWith('https://')) return <span>{text}</span>;
  return (
    <a href={text} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
