import { gigabytes, gigabytesApart } from '../gigabytes';
import type { Messages } from '../messages';

export const step: Messages['step'] = {
  tooLarge: (bytes, usable) => `每个 rank 需要 ${gigabytes(bytes, 1)} GB，可用 ${gigabytes(usable, 1)} GB`,
  noPlan: '在所给限制下，没有并行方案能整除这个集群、批和模型',
  leanest: (plan, recompute, bytes, usable) => {
    const [needed, of] = gigabytesApart(bytes, usable);
    return `最省内存的方案（${plan}，重计算 ${recompute}）每块芯片也需要 ${needed} GB，可用 ${of} GB`;
  },
  larger: (needs) => `${needs}；更多芯片或每块更大的内存可使其放下`,
  pinned: (needs, freed) => `${needs}；${freed}`,
  work: {
    linear: '线性层',
    experts: '路由专家（分组 GEMM）',
    attention: '注意力核心',
    vector: '受内存带宽限制的算子',
    recompute: '重计算',
    tp: '张量并行集合通信',
    cp: '上下文并行交换',
    ep: '专家 all-to-all',
    etp: '专家张量并行集合通信',
    sends: '未被掩盖的流水线发送',
    reduce: '梯度归约',
    gather: '参数收集',
    optimizer: '优化器更新',
    fixed: '每步固定开销',
  },
};
