import { claims as inEnglish } from '../en/claims';
import type { Messages } from '../messages';

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' && value !== null ? '有改动' : String(value);

const named = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return shown(value);
  const { base, name } = value as { base?: unknown; name?: unknown };
  return typeof name === 'string' ? name : `${shown(base)}（有改动）`;
};

export const claims: Messages['claims'] = {
  ...inEnglish,
  outcome: {
    holds: '成立',
    conditional: '有条件成立',
    partly: '部分成立',
    fails: '不成立',
    untestable: '此处无法检验',
  },
  none: '无',
  range: (low, high) => `${low} 至 ${high}`,
  open: (low) => `${low} 或更多，无上界`,
  what: (of) => {
    const take = String(of.take ?? '').replaceAll('_', ' ');
    const place = () =>
      `${named(of.model)}，${shown(of.chips)} 块 ${named(of.system)} 的芯片，${shown(of.weight_bits)} 位权重，${shown(of.context)} token`;
    switch (of.kind) {
      case 'given':
        return `给定值${of.unit ? `，${String(of.unit)}` : ''}`;
      case 'model':
        return `${named(of.model)} 的 ${take}`;
      case 'chip':
        return `${shown(of.chip)} 的 ${take}`;
      case 'rules':
        return of.take === 'rules_on'
          ? `截至 ${shown(of.on)} 美国针对对华芯片的规则`
          : '其中也检验内存、内存带宽或互联的规则';
      case 'deployment':
        return `${take}：${place()}`;
      case 'decode':
        return `解码，${take}：${place()}，${of.sequences === 'most' ? '放得下的最多序列' : `${shown(of.sequences)} 个序列`}`;
      case 'training':
        return `训练，${take}：${named(of.model)}，${shown(of.chips)} 块 ${named(of.system)} 的芯片，${named(of.stack)}`;
      case 'price':
        return `${shown(of.price)} 的 ${take} 价格，美元每百万 token`;
      default:
        return shown(of.of);
    }
  },
  head: {
    claim: '说法',
    outcome: '结论',
    value: '数值',
    unit: '单位',
    test: '部分',
    met: '是否满足',
    id: '标识',
    what: '含义',
    source: '来源或命令',
  },
  met: (met) => (met === null ? '未定' : met ? '是' : '否'),
  counts: (counts) =>
    `${counts.holds ?? 0} 条成立，${counts.conditional ?? 0} 条有条件成立，${counts.partly ?? 0} 条部分成立，${counts.fails ?? 0} 条不成立，${counts.untestable ?? 0} 条此处无法检验。`,
  changed: '改动了的假设：',
  sources: '来源：',
};
