import type { Messages } from '../messages';

export const outcomes: Messages['rules']['outcome'] = {
  not_controlled: '不受限',
  tariff: '关税',
  notification: '须通报',
  case_by_case: '个案审批',
  licence_required: '须许可证',
  presumption_of_denial: '推定拒绝',
  barred: '禁止',
  unknown: '未知',
};
