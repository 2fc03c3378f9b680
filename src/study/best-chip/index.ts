import { type Case, catalogModel, catalogRules, type Rule } from '../../catalog';
import type { Chip, System } from '../../hardware';
import { performanceDensity, totalProcessingPerformance } from '../../hardware';
import type { Model } from '../../model';
import { solveCase } from '../case';
import type { CaseReport } from '../types';
import {
  type BestChipStudy,
  boundsOf,
  type Design,
  edgeDesigns,
  factsOf,
  ioOf,
  legal,
  limitsOf,
} from './designs';
import type { BestChipReport, DesignReport } from './types';

export type { DesignKey } from './designs';
export type { BestChipReport, DesignReport } from './types';

/** The cluster with its chip and links replaced; power grows with FLOP/s, as where a resource is scaled. */
export function withDesign({ setup, ...rest }: Case, design: Design, model: Model): Case {
  const { system } = setup.cluster;
  const { chip } = system;
  const { bf16, fp8, fp4 } = chip.peakFlops;
  const factor = design.bf16 / bf16;
  const made = {
    ...chip,
    peakFlops: { bf16: design.bf16, fp8: fp8 && fp8 * factor, fp4: fp4 && fp4 * factor },
    tdpWatts: chip.tdpWatts * factor,
    memoryBytes: design.memory,
    memoryBandwidth: design.memory_bandwidth,
  } as Chip;
  const scaleUp = { ...system.scaleUp, bandwidth: design.scale_up } as System['scaleUp'];
  const scaleOut = { ...system.scaleOut, bandwidth: design.scale_out } as System['scaleOut'];
  return {
    ...rest,
    setup: {
      ...setup,
      model,
      cluster: { ...setup.cluster, system: { ...system, chip: made, scaleUp, scaleOut } },
    },
  };
}

const rate = (report: CaseReport): number => report.tokens_per_second ?? 0;
const share = (a: number, b: number): number | null => (b > 0 ? a / b : null);

/** The best legal chips for one cluster of a scenario. */
export function bestChips(item: Case, study: BestChipStudy): BestChipReport['clusters'][number] {
  const { chip } = item.setup.cluster.system;
  const all = catalogRules();
  const rules: Rule[] = all.filter(({ id }) => study.rules.includes(id));
  const limits = limitsOf(study);
  const against = study.against === undefined ? null : catalogModel(study.against);
  const solve = (design: Design, model: Model) =>
    solveCase(withDesign(item, design, model), { top: 1 }).report;
  const own = solveCase(item, { top: 1 }).report;
  const most = Object.fromEntries(
    Object.entries(limits).map(([key, { high }]) => [key, high]),
  ) as unknown as Design;
  const free = solve(most, item.setup.model);
  const freeAgainst = against && solve(most, against);
  const designs = edgeDesigns((design) => legal(design, chip, study, rules, all), limits);
  const reports = designs.map((design) => {
    const report = solve(design, item.setup.model);
    return designReport(design, report, against ? solve(design, against) : null);
  });
  const sorted = [...reports].sort((a, b) => rate(b.case) - rate(a.case));
  const byAgainst = [...reports].sort(
    (a, b) => (b.against_of_unrestricted ?? 0) - (a.against_of_unrestricted ?? 0),
  );
  return {
    cluster: item.cluster,
    own,
    unrestricted: designReport(most, free, freeAgainst),
    best: sorted.slice(0, study.keep),
    best_against: against ? (byAgainst[0] ?? null) : null,
    tried: designs.length,
  };

  function designReport(design: Design, report: CaseReport, second: CaseReport | null): DesignReport {
    const facts = factsOf(design, chip, study);
    const tpp = totalProcessingPerformance(facts.rates);
    const bounds = boundsOf(design, limits, chip, study, design === most ? [] : rules, all);
    return {
      tpp: tpp.low,
      performance_density: performanceDensity(tpp, facts.dieAreaMm2).low,
      bf16_flop_per_s: design.bf16,
      memory_bytes: design.memory,
      memory_bandwidth_bytes_per_s: design.memory_bandwidth,
      scale_up_bytes_per_s: design.scale_up,
      scale_out_bytes_per_s: design.scale_out,
      io_bytes_per_s: ioOf(design),
      bound_by: bounds.rules.map(({ rule, figures }) => ({
        ...{ rule: rule?.id ?? null, name: rule?.name ?? null },
        figures,
      })),
      at_limit: bounds.built,
      case: report,
      of_unrestricted: share(rate(report), rate(free)),
      of_own: share(rate(report), rate(own)),
      against_of_unrestricted: second && freeAgainst ? share(rate(second), rate(freeAgainst)) : null,
    };
  }
}
