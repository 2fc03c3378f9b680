/** What a whole run rests on, by the names of the report. */
export const runAssumptions = {
  failures_per_1000_node_days: 'failures that stop the job, per 1,000 node-days',
  restart_s: 'restart after a failure',
  checkpoint_blocking_s: 'work stopped by one checkpoint',
  other_loss_share: 'time lost otherwise: evaluations, rewinds, maintenance',
  repair_s: 'repair of a failed node',
  power_draw_share: 'mean draw over rated server power',
  server_w_per_chip: 'rated server power, per chip',
  network_w_per_chip: 'power of the network, per chip',
  pue: 'PUE of the data centre',
  usd_per_kwh: 'electricity, per kWh',
  usd_per_chip_hour: 'a chip for an hour',
  kg_co2_per_kwh: 'CO₂ of the electricity, kg per kWh',
};
