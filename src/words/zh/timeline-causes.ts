import type { timelineCauses as english } from '../en/timeline-causes';

export const timelineCauses: typeof english = {
  schedule_share: '闭式公式把该调度的气泡算作一趟计算的固定份额；这里前向、反向和权重梯度的比例不同。',
  uneven_stages: '各级并不相同：闭式公式按平均级计算气泡，模拟则按每一级实际等待的时间。',
  remainder: '微批数与调度不相配：交错调度改用另一种分组，DualPipe 留下空隙。',
  few_micro_batches: '微批数少于该调度的设计要求。',
  slow_sends: '级间发送与一趟计算相比较慢，或被有余暇的级所掩盖，而闭式公式不考虑后者。',
  data_parallel: '除最慢的一级外，各级的梯度和参数可在气泡中传输，且各级的数量不同。',
};
