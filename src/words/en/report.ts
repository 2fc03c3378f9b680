/** Words of the printable report. */
export const report = {
  language: 'en',
  title: 'Claims about export controls and MoE training, put to the test',
  made: (version: string, date: string | null): string =>
    `Made by moe-capacity ${version}${date === null ? '' : ` on ${date}`} with`,
  about:
    'Each claim is tested by a declared computation. It holds where all its parts are met, under conditions where some are or an interval crosses a bound, and does not hold where none is. Every number stands beside its source or the command that makes it again. Intervals are 80 % intervals of predicted rates, or the range of sources.',
  changed: 'Assumptions changed for this report:',
  unchanged: 'All assumptions are those of the catalog.',
  links: (page: string): string =>
    `“In the page” opens a number in the program’s page with everything it was computed from${page === './' ? '; keep this file beside the page’s index.html, or make it with --page and the page’s address' : ''}.`,
  inPage: 'in the page',
  link: 'see it',
  lines: (lines: readonly number[]): string => `article, line ${lines.join(', ')}`,
  from: 'Made by',
  figure: 'value and bound',
  cite: 'To cite',
  citation: (version: string, date: string | null): string =>
    `moe-capacity ${version}, claims report${date === null ? '' : `, ${date}`}.`,
  wrote: (claims: number, file: string): string => `${claims} claims in ${file}`,
  notWritten: (file: string): string => `${file} was not written`,
  bound: (value: string, kind: string, bound: string): string =>
    `${value}, ${kind.replace('_', ' ')} ${bound}`,
  elasticity: {
    title: 'Elasticity of throughput to all links and to FLOP/s, over expert count and chip speed',
    across: 'FLOP/s of the chip against its own',
    experts: (count: number): string => `${count} experts`,
    speed: (factor: number): string => `× ${factor}`,
    none: 'does not fit',
    legend:
      'In each cell: % of throughput for 1 % more of all links / of FLOP/s. Orange: links count more; blue: FLOP/s do.',
  },
};
