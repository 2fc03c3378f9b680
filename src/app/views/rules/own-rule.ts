/** A rule that a user writes, as the text of a file, and the three choices that a plain one consists of. */

export interface PlainRule {
  of: string;
  bound: string;
  outcome: string;
}

export const FIGURES = [
  'tpp',
  'performance_density',
  'dram_gb_s',
  'io_gb_s',
  'memory_gb',
  'bf16_tflops',
] as const;
export const MEANINGS = ['case_by_case', 'licence_required', 'presumption_of_denial', 'barred'] as const;

/** A bound to begin with, where it parts the chips of today. */
export const USUAL: Readonly<Record<string, string>> = {
  tpp: '4800',
  performance_density: '3.2',
  dram_gb_s: '2000',
  io_gb_s: '400',
  memory_gb: '100',
  bf16_tflops: '200',
};

export function ruleText({ of, bound, outcome }: PlainRule, name: string): string {
  return `name: ${JSON.stringify(name)}
from: '2026-12-01'
tests:
  - outcome: ${outcome}
    any:
      - - {of: ${of}, at_least: ${bound}}
        - {of: data_center, at_least: 1}
`;
}

/** The choices that a text was made of; null where it says more or something else. */
export function plainRule(text: string): PlainRule | null {
  const of = /\{of: ([a-z0-9_]+), at_least: ([^}]*)\}\n {8}- \{of: data_center/.exec(text);
  const outcome = /^ {2}- outcome: ([a-z_]+)$/m.exec(text);
  const name = /^name: (".*")$/m.exec(text);
  if (!of || !outcome || !name) return null;
  const found = { of: of[1], bound: of[2], outcome: outcome[1] };
  try {
    return ruleText(found, JSON.parse(name[1])) === text ? found : null;
  } catch {
    return null;
  }
}
