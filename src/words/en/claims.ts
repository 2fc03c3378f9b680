const shown = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' && value !== null ? 'changed' : String(value);

const named = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return shown(value);
  const { base, name } = value as { base?: unknown; name?: unknown };
  return typeof name === 'string' ? name : `${shown(base)}, changed`;
};

/** Words about claims and the computations that test them. */
export const claims = {
  outcome: {
    holds: 'holds',
    conditional: 'holds under conditions',
    partly: 'partly true',
    fails: 'does not hold',
    untestable: 'can’t be tested here',
  },
  command: (file: string): string => `npx moe-capacity claims ${file}`,
  priceSource: (name: string, date: string, source: string): string => `${name}, ${date}: ${source}`,
  none: 'none',
  range: (low: string, high: string): string => `${low} to ${high}`,
  open: (low: string): string => `${low} or more, without bound`,
  /** What a quantity is, from its own keys. */
  what: (of: Readonly<Record<string, unknown>>): string => {
    const take = String(of.take ?? '').replaceAll('_', ' ');
    switch (of.kind) {
      case 'given':
        return `given${of.unit ? `, ${String(of.unit)}` : ''}`;
      case 'model':
        return `${take} of ${named(of.model)}`;
      case 'chip':
        return `${take} of ${shown(of.chip)}`;
      case 'rules':
        return of.take === 'rules_on'
          ? `US rules on chips for China made until ${shown(of.on)}`
          : `those that test memory, memory bandwidth or interconnect too`;
      case 'deployment':
        return `${take}: ${named(of.model)}, ${shown(of.chips)} chips of ${named(of.system)}, ${shown(of.weight_bits)}-bit weights, ${shown(of.context)} tokens`;
      case 'decode':
        return `decoding, ${take}: ${named(of.model)}, ${shown(of.chips)} chips of ${named(of.system)}, ${shown(of.weight_bits)}-bit weights, ${shown(of.context)} tokens, ${of.sequences === 'most' ? 'as many sequences as fit' : `${shown(of.sequences)} sequences`}`;
      case 'training':
        return `training, ${take}: ${named(of.model)} on ${shown(of.chips)} chips of ${named(of.system)}, ${named(of.stack)}`;
      case 'price':
        return `${take} price of ${shown(of.price)}, USD per million tokens`;
      default:
        return shown(of.of);
    }
  },
  head: {
    claim: 'claim',
    outcome: 'outcome',
    value: 'value',
    unit: 'unit',
    test: 'part',
    met: 'met',
    id: 'id',
    what: 'what',
    source: 'source or command',
  },
  met: (met: boolean | null): string => (met === null ? 'open' : met ? 'yes' : 'no'),
  counts: (counts: Readonly<Record<string, number>>): string =>
    `${counts.holds ?? 0} hold, ${counts.conditional ?? 0} hold under conditions, ${counts.partly ?? 0} are partly true, ${counts.fails ?? 0} do not hold, ${counts.untestable ?? 0} can’t be tested here.`,
  changed: 'Assumptions were changed:',
  sources: 'Sources:',
};
