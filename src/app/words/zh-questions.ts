/** Questions of the ready studies, by their English text. */
export const questions: Readonly<Record<string, string>> = {
  'What does it cost to train GLM-5 on Ascend alone, in money and in energy, against H100 and H200?':
    '只用昇腾训练 GLM-5，与 H100 和 H200 相比，要花多少钱、多少能源？',
  'How many Ascend 910B or 910C equal one H100 in pre-training a Mixture-of-Experts model, and what would the ratio of their peaks say?':
    '预训练混合专家模型时，多少块昇腾 910B 或 910C 抵一块 H100？按峰值之比又是多少？',
  'Were the B30A approved, how much dearer would a cluster of them be than one of B300 for equal training?':
    '如果 B30A 获准出口，在训练能力相等时，其集群比 B300 的集群贵多少？',
  'Which chip under the limits of April 2025 (1,400 GB/s of memory, 1,100 GB/s of input and output, 1,700 GB/s together) trains best?':
    '在 2025 年 4 月的限制下（内存 1,400 GB/s、输入输出 1,100 GB/s、合计 1,700 GB/s），哪种芯片训练得最好？',
  'How much better than an H200 could the best chip be that the rule of January 2026 lets through (TPP below 21,000, memory below 6,500 GB/s)?':
    '2026 年 1 月规则放行的最佳芯片（TPP 低于 21,000，内存低于 6,500 GB/s）能比 H200 好多少？',
  'Under the letters of April 2025, which chip would train GLM-5 fastest, and what do they leave of a dense model?':
    '按 2025 年 4 月的信函，哪种芯片训练 GLM-5 最快？对稠密模型又剩下多少？',
  'At which network speed and expert count does the network, not the chip, limit training a GLM-5-like model?':
    '网络多慢、专家多少时，限制 GLM-5 类模型训练的是网络而不是芯片？',
  "Under a country's cap of 790 million TPP, about 49,900 H100, which models can be trained in 90 days?":
    '一国总量上限为 7.9 亿 TPP（约 49,900 块 H100）时，90 天内能训练哪些模型？',
  'On the same cluster, how much of the peak does a dense model use, and how much a Mixture of Experts?':
    '在同一集群上，稠密模型能用到峰值的多少？混合专家模型呢？',
  'How much energy does GLM-5 take on CloudMatrix 384 against GB200 NVL72?':
    '训练 GLM-5，CloudMatrix 384 与 GB200 NVL72 相比要用多少能源？',
  'With the same active and total parameters, what do more and smaller experts change?':
    '激活参数和总参数不变时，更多、更小的专家会改变什么？',
  'What is FP8 worth on an H800 for DeepSeek-V3, against BF16 there and on Ascend, which has nothing else?':
    '训练 DeepSeek-V3，FP8 在 H800 上值多少？与 H800 的 BF16 以及只有 BF16 的昇腾相比呢？',
  "How many GLM-5-class runs a year can China's NVIDIA stock and Huawei's Ascend carry, with 30 to 50 % of them in training?":
    '以 30 % 至 50 % 用于训练，中国的 NVIDIA 存量和华为昇腾每年能支撑多少次 GLM-5 级的训练？',
  'Would GLM-5 with the 44B active parameters of the article have taken 100,000 Ascend chips, and what would the stock of H100-class chips have done?':
    '按文章所说的 44B 激活参数，训练 GLM-5 需要 100,000 块昇腾吗？H100 级芯片的存量又能做到什么？',
  'Could GLM-5 have been trained on 100,000 Ascend 910B, and what would other clusters have taken?':
    'GLM-5 能用 100,000 块昇腾 910B 训练吗？换成其他集群需要多久？',
  'What is the smallest cluster of Ascend 910B, 910C, H20 or H200 that trains GLM-5 in 90 days, and of H100?':
    '要在 90 天内训练 GLM-5，昇腾 910B、910C、H20、H200 和 H100 的集群最小各要多大？',
  'What is an H20 worth in training against an H100 or H800, with its bandwidth of memory and its lack of FLOPS?':
    'H20 内存带宽高而算力低，训练时与 H100 或 H800 相比值多少？',
  'How much frontier training would imported H200, 80,000 of them or all 750,000, add to what Huawei can make in 2026, limited by memory stacks and yield?':
    '2026 年华为的产量受内存堆叠和良率限制，进口 80,000 块或全部 750,000 块 H200 会增加多少前沿训练？',
  "How many frontier runs a year would H200 carry in China at half of the United States' volume, as the rule of January 2026 allows?":
    '按 2026 年 1 月的规则，若 H200 在中国的数量为美国的一半，每年能支撑多少次前沿训练？',
  'What would an Ascend 910B lose in training GLM-5 with HBM2e bandwidth, or with half its memory?':
    '若改用 HBM2e 的带宽，或内存减半，昇腾 910B 训练 GLM-5 会损失多少？',
  'How does the rate of a hybrid-attention model fall with the length of its context, and that of one with full attention?':
    '混合注意力模型的训练速率随上下文变长会下降多少？全注意力模型呢？',
  'Which cap on the interconnect would halve the training rate of a GLM-5-class model, and can node-limited routing undo it?':
    '互联上限为多少时，GLM-5 级模型的训练速率减半？限制节点的路由能补回来吗？',
  'Could a model of 1.6 trillion parameters and 48 billion active ones have been trained on 35 trillion tokens with 50,000 Ascend-class cards?':
    '1.6 万亿总参数、480 亿激活参数的模型，能用 50,000 块昇腾级芯片训练 35 万亿 token 吗？',
  'Does a Mixture of Experts move the bottleneck from FLOPS to the interconnect, on a fast chip and on a slow one?':
    '混合专家是否把瓶颈从算力移到互联？在快芯片和慢芯片上各如何？',
  'When do the stocks of the United States and of China suffice for a run of 1e27 FLOP, and how far apart are they?':
    '美国和中国的芯片存量各在何时足以完成一次 1e27 FLOP 的训练？两者相差多久？',
  'What did the cap of 2022 on NVLink, 400 instead of 900 GB/s, cost in training, for a Mixture-of-Experts model and for a dense one?':
    '2022 年的 NVLink 上限（400 而非 900 GB/s）让混合专家模型和稠密模型的训练各损失多少？',
  'How many Ascend 910B equal one H800 for training DeepSeek-V3, and how does that move with the number of experts?':
    '训练 DeepSeek-V3，多少块昇腾 910B 抵一块 H800？随专家数如何变化？',
  'What would a cluster of B30A cost for the training throughput of 1,024 B300?':
    '要达到 1,024 块 B300 的训练吞吐，B30A 的集群要花多少钱？',
  'What does one node of eight H100 train of the small model that the article names, Qwen3.5-35B-A3B?':
    '一个八块 H100 的节点训练文章提到的小模型 Qwen3.5-35B-A3B，能有多快？',
  'From 8,000 to 100,000 chips, what do failures cost, at the rates that were measured and at those that are feared for Ascend?':
    '从 8,000 到 100,000 块芯片，按测得的故障率和对昇腾所担心的故障率，故障各要付出多少代价？',
  'What would caps on interconnect, memory, number formats, domain or volume change for a cluster that trains GLM-5?':
    '对互联、内存、数值格式、互联域或数量设上限，会给训练 GLM-5 的集群带来什么变化？',
  'By how much would smuggled H100, or B200 rented abroad, raise what China can train?':
    '走私的 H100 或在境外租用的 B200 会使中国的训练能力提高多少？',
  'If matrix kernels on Ascend became a quarter better, how much faster would the same chips train?':
    '如果昇腾的矩阵算子提高四分之一，同样的芯片训练会快多少？',
  'Does a larger scale-up domain, 8, 72 or 384 chips, pay off when experts are spread over 64 chips?':
    '专家分布在 64 块芯片上时，更大的节点内互联域（8、72 或 384 块芯片）值得吗？',
  'With 25 % duty on an H200, or 15 % of the revenue of an H20, what does a trained trillion tokens cost in China against the Ascend 910C?':
    'H200 加征 25 % 关税，或 H20 上缴 15 % 收入后，在中国训练一万亿 token 要花多少钱？与昇腾 910C 相比呢？',
  'How sure is the comparison of 100,000 Ascend 910B with 16,384 H100 for GLM-5, and what does the doubt come from?':
    '用 100,000 块昇腾 910B 与 16,384 块 H100 训练 GLM-5 的比较有多确定？不确定来自哪里？',
};
