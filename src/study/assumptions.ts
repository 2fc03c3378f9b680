import { type Case, catalogChip, catalogIds, catalogSources } from '../catalog';
import type { Chip } from '../hardware';
import { type Assumed, type DefaultName, type PriceParts, priceOf, runDefaults } from '../run';
import { words } from '../words';
import type { AssumptionReport, WholeRunReport } from './whole-run-report';

/** Names of the report, SI units in them. */
const NAMES: Record<DefaultName, Exclude<keyof WholeRunReport['assumptions'], 'usd_per_chip_hour'>> = {
  failuresPer1000NodeDays: 'failures_per_1000_node_days',
  restartSeconds: 'restart_s',
  checkpointBlockingSeconds: 'checkpoint_blocking_s',
  otherLossShare: 'other_loss_share',
  repairSeconds: 'repair_s',
  powerDrawShare: 'power_draw_share',
  networkWattsPerChip: 'network_w_per_chip',
  pue: 'pue',
  usdPerKwh: 'usd_per_kwh',
  kgCo2PerKwh: 'kg_co2_per_kwh',
};
/** Rated server power as published; what servers draw beyond or below it is judgement. */
const SERVER_RANGE = [0.9, 1.1] as const;

/** What the whole run of a cluster rests on, each with its 80 % bounds and where it is from. */
export function assumptionsOf(item: Case): WholeRunReport['assumptions'] {
  const { run } = item;
  const { system } = item.setup.cluster;
  const defaults = runDefaults(system);
  const shown = (value: number, usual: Assumed) =>
    value === usual.value ? { ...usual } : fromScenario(value);
  const made = Object.fromEntries(
    (Object.keys(NAMES) as DefaultName[]).map((name) => {
      return [NAMES[name], shown(run[name], defaults[name])];
    }),
  ) as WholeRunReport['assumptions'];
  const watts = system.serverWattsPerChip;
  const price = priceOf(system, run, item.cost ?? undefined);
  const [low, high] = price.range.map((factor) => factor * price.usdPerChipHour);
  made.server_w_per_chip = {
    value: watts,
    low: watts * SERVER_RANGE[0],
    high: watts * SERVER_RANGE[1],
    source: words().study.ratedPower(system.name),
  };
  made.usd_per_chip_hour = shown(run.usdPerChipHour, {
    value: price.usdPerChipHour,
    low,
    high,
    source: priceSourceOf(system.chip, price),
  });
  return made;
}

const fromScenario = (value: number): AssumptionReport => ({
  value,
  low: value,
  high: value,
  source: words().study.givenInScenario,
});

/** Titles of the sources of a chip's rent or price; a price that the scenario changed is its own. */
function priceSourceOf(chip: Chip, { basis }: PriceParts): string {
  const { rentOf, capitalOf, givenInScenario } = words().study;
  const field = basis === 'rent' ? 'rent' : 'price';
  const id = chip.id.replaceAll('*', '');
  const own = field === 'rent' ? chip.rentUsdPerHour : chip.priceUsd;
  const titles =
    catalogIds('chips').includes(id) && sameEstimate(own, catalogEstimate(id, field))
      ? catalogSources('chips', id)
          .filter(({ fields }) => fields.includes(field))
          .map(({ title, note }) => note ?? title)
      : [givenInScenario];
  return (field === 'rent' ? rentOf : capitalOf)(titles, own === null);
}

const catalogEstimate = (id: string, field: 'rent' | 'price') => {
  const { rentUsdPerHour, priceUsd } = catalogChip(id);
  return field === 'rent' ? rentUsdPerHour : priceUsd;
};

const sameEstimate = (a: Chip['priceUsd'], b: Chip['priceUsd']): boolean =>
  a === b || (a !== null && b !== null && a.low === b.low && a.central === b.central && a.high === b.high);
