import type { Messages } from '../messages';

export const runAssumptions: Messages['runAssumptions'] = {
  failures_per_1000_node_days: '每 1,000 节点·日使作业停止的故障数',
  restart_s: '故障后重启',
  checkpoint_blocking_s: '一次检查点使工作停顿',
  other_loss_share: '其他损失的时间：评测、回滚、维护',
  repair_s: '修复一个故障节点',
  power_draw_share: '平均功耗与服务器额定功率之比',
  server_w_per_chip: '服务器额定功率（每芯片）',
  network_w_per_chip: '网络功率（每芯片）',
  pue: '数据中心的 PUE',
  usd_per_kwh: '电价（每 kWh）',
  usd_per_chip_hour: '一块芯片一小时',
  kg_co2_per_kwh: '电力的 CO₂ 排放（kg 每 kWh）',
};
