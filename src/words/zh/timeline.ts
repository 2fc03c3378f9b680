import type { Messages } from '../messages';
import { operations } from './operations';
import { timelineCauses } from './timeline-causes';

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
  cause: timelineCauses,
  shown: (drawn, all, until, from) =>
    `共 ${all.toLocaleString('en-US')} 个操作，画出 ${drawn.toLocaleString('en-US')} 个：始于 ${until} 之前或终于 ${from} 之后的部分。`,
};
