import { z } from 'zod';
import { count, quantity, share } from '../quantity';

const HBM_KINDS = ['hbm2e', 'hbm3', 'hbm3e'] as const;

/** What a rule takes from a chip or a buyer; all that is given applies together. */
const capSchema = z.strictObject({
  name: z.string().min(1).max(100),
  interconnect: quantity('bandwidth')
    .optional()
    .describe('Most aggregate bidirectional rate of the scale-up links of a chip, such as 400 GB/s'),
  scale_out: quantity('bandwidth').optional().describe('Most scale-out bandwidth of a chip, per direction'),
  domain: count(1, 1e6).optional().describe('Most chips in a scale-up domain'),
  hbm: z.enum(HBM_KINDS).optional().describe('The newest kind of memory stack that may be used'),
  memory_share: share(0.01, 1).optional().describe('Share of the memory capacity that is left'),
  memory_bandwidth: quantity('bandwidth').optional().describe('Most memory bandwidth'),
  tpp: z.number().positive().optional().describe('Most TPP; all rates shrink alike'),
  fp8: z.literal(false).optional().describe('false: no number format below 16 bits'),
  chips: count(1, 1e8).optional().describe('Most chips that a buyer gets'),
});

/** What caps on a chip or on volume change for each cluster. */
export const ruleChangeSchema = z
  .strictObject({
    kind: z.literal('rule_change'),
    caps: z.array(capSchema).min(1).max(12),
    share_of_year: share(0.01, 1).default(1).describe('Share of the time that goes to such runs'),
    chips_max: count(1, 1e7).default(1e7).describe('The most chips that are tried for the same rate'),
  })
  .meta({ id: 'rule_change' });
