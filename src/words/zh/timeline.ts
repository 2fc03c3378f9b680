import type { Messages } from '../messages';
import { operations } from './operations';

type Timeline = Messages['study']['timeline'];

export const timeline: Timeline = {
  process: (cluster, rank) => `${cluster}：流水线级 ${rank}`,
  operation: (kind, microBatch, chunk) => `${kind}，微批 ${microBatch}，模型段 ${chunk}`,
  lane: {
    compute: '计算',
    scale_up: '节点内链路',
    scale_out: '网卡',
    send: '级间发送',
    data_parallel: '数据并行',
    sharding: '参数分片',
  },
  kind: operations,
  part: {
    passes_and_bubble: '各趟计算与气泡',
    sends: '级间发送',
    data_parallel_and_optimizer: '数据并行、优化器、固定开销',
  },
  cause: {
    schedule_share: '闭式公式把该调度的气泡算作一趟计算的固定份额；这里前向、反向和权重梯度的比例不同。',
    uneven_stages: '各级并不相同：闭式公式按平均级计算气泡，模拟则按每一级实际等待的时间。',
    remainder: '微批数与调度不相配：交错调度改用另一种分组，DualPipe 留下空隙。',
    few_micro_batches: '微批数少于该调度的设计要求。',
    slow_sends: '级间发送与一趟计算相比较慢，或调度掩盖它的方式与闭式公式的假定不同。',
    data_parallel: '除最慢的一级外，各级的梯度和参数可在气泡中传输，且各级的数量不同。',
  },
  shown: (drawn, all, until, from) =>
    `共 ${all.toLocaleString('en-US')} 个操作，画出 ${drawn.toLocaleString('en-US')} 个：始于 ${until} 之前或终于 ${from} 之后的部分。`,
};
