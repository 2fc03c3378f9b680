/** A map as a grid, `held[up][across]`: the place of the limiting resource, null where nothing fits or nothing is yet. */
type Held = readonly (readonly (number | null)[])[];

interface Cell {
  across: number;
  up: number;
}

/** Cells whose limit is neither that of the cell before nor of the cell behind, which have the same. */
export function islandsOf(held: Held): Cell[] {
  return held.flatMap((row, up) =>
    row.flatMap((own, across) => {
      const [before, behind] = [row[across - 1] ?? null, row[across + 1] ?? null];
      return own !== null && before !== null && before === behind && before !== own ? [{ across, up }] : [];
    }),
  );
}

/** Where the limit turns along a row, islands apart: the last turn, between the cells `across` and the next. */
interface Turn extends Cell {
  from: number;
  to: number;
}

export function turnsOf(held: Held): Turn[] {
  const islands = islandsOf(held);
  return held.flatMap((row, up): Turn[] => {
    const smooth = row.map((own, across) =>
      islands.some((cell) => cell.up === up && cell.across === across) ? row[across - 1] : own,
    );
    for (let across = smooth.length - 2; across >= 0; across--) {
      const [from, to] = [smooth[across], smooth[across + 1]];
      if (from !== null && to !== null && from !== to) return [{ across, up, from, to }];
    }
    return [];
  });
}
