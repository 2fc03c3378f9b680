import { useState } from 'preact/hooks';
import { formatNumber } from '../../units';
import { Heads } from '../report/heads';
import { Scroll } from '../report/scroll';
import { words } from '../words';
import type { FigureTable } from './types';

/** Rows that are put on the page before it is asked for all: thousands of cells take the page's thread. */
const FIRST_ROWS = 100;

/** The numbers of a figure; the first cell links to the row's source where it has one. */
export function DataTable({ table, caption }: { table: FigureTable; caption: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? table.rows : table.rows.slice(0, FIRST_ROWS);
  return (
    <>
      <Scroll label={caption}>
        <table>
          <Heads texts={table.head} />
          <tbody>
            {shown.map((row, index) => (
              <tr key={String(index)}>
                {row.map((cell, column) => (
                  <td key={table.head[column]}>
                    {column === 0 && table.links?.[index] ? (
                      <a href={table.links[index]} target="_blank" rel="noreferrer">
                        {cellText(cell)}
                      </a>
                    ) : (
                      cellText(cell)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {shown.length < table.rows.length && (
        <button type="button" onClick={() => setAll(true)}>
          {words.figures.allRows(table.rows.length)}
        </button>
      )}
    </>
  );
}

const cellText = (cell: string | number | null) =>
  typeof cell === 'number' ? formatNumber(cell, 4) : (cell ?? words.report.none);
