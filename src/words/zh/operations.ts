import type { Messages } from '../messages';

export const operations: Messages['study']['timeline']['kind'] = {
  forward: '前向',
  backward: '反向',
  weight_gradient: '权重梯度',
  wait_scale_up: '等待节点内网络',
  wait_scale_out: '等待网卡',
  wait_host: '等待主机',
  wait_parameters: '等待参数',
  wait_gradients: '等待梯度归约',
  optimizer: '优化器',
  fixed: '每步固定开销',
  tensor_parallel: '张量并行集合通信',
  context_parallel: '上下文并行交换',
  expert_exchange: '专家 all-to-all',
  expert_tensor_parallel: '专家张量并行集合通信',
  send_forward: '发送激活',
  send_backward: '发送梯度',
  gather_parameters: '收集参数',
  reduce_gradients: '归约梯度',
  shard: '分片的收集与散发',
};
