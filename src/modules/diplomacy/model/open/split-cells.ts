/**
 * Rows of cells of what was pasted or saved as text; empty lines are left out. Cells are parted by the first of tab, semicolon and comma
 * that parts every row into as many cells; else by the first that is there at all.
 */
export function splitCells(text: string): readonly (readonly string[])[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const there = ['\t', ';', ','].filter((sign) => text.includes(sign));
  const parted = there.map((sign) => lines.map((line) => splitLine(line, sign)));
  const even = parted.find(([first, ...rest]) => {
    const width = first?.length ?? 0;
    return width > 1 && rest.every((row) => row.length === width);
  });
  return even ?? parted[0] ?? lines.map((line) => [line.trim()]);
}

function splitLine(line: string, sign: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === sign && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}
