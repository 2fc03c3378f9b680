import { ruleNamesInChinese } from '../../words';

/** What the catalog's rules say of themselves, by their English text; sources and citations stay as published. */
export const ruleTexts: Readonly<Record<string, string>> = {
  ...ruleNamesInChinese,
  'Order of the Cyberspace Administration of China to firms': '国家互联网信息办公室对企业的要求',
  China: '中国',
  'named chip': '点名的芯片',
  'Instruction to customs': '对海关的指示',
  'Conditional approvals followed on 2026-01-28 for ByteDance, Alibaba and Tencent; by June 2026 about ten firms were cleared by the US for up to 75,000 units each, and none had been shipped.':
    '2026-01-28 起对字节跳动、阿里巴巴和腾讯有条件批准；到 2026 年 6 月，美国已批准约十家企业，每家至多 75,000 块，但尚无一块发货。',
  '87 FR 62186 (published 2022-10-13); ECCN 3A090': '87 FR 62186（2022-10-13 公布）；ECCN 3A090',
  'China, Macau': '中国大陆、澳门',
  'Both were needed. The text counts bit length × TOPS over all processor units, which for dense rates is what later became TPP; the interconnect is the aggregate bidirectional rate over all inputs and outputs other than to volatile memories. Set at the A100 (TPP 4,992, 600 GB/s); A800 and H800 (400 GB/s) were made to pass.':
    '两项须同时满足。条文按全部处理单元计位宽 × TOPS，就稠密速率而言即后来的 TPP；互联为除易失性存储器以外全部输入输出的双向合计速率。阈值按 A100（TPP 4,992，600 GB/s）而定；A800 和 H800（400 GB/s）即为避开它而造。',
  '88 FR 73458 (published 2023-10-25), 2024-07004 (April 2024); ECCN 3A090.a and .b':
    '88 FR 73458（2023-10-25 公布）、2024-07004（2024 年 4 月）；ECCN 3A090.a 与 .b',
  'China, Macau and other D:5 countries': '中国大陆、澳门及其他 D:5 组国家',
  'not for data centres': '非数据中心用',
  'TPP = 2 × MacTOPS × bit length over all processing units, performance density = TPP over the area of logic dies on a non-planar process. The interconnect test was dropped. 3A090.b and chips not for data centres may use licence exception NAC (China, Macau: a notification) or ACA, split in April 2024. BIS guidance of 2026-05-31: the requirement follows the ultimate parent, wherever the buyer is.':
    'TPP = 全部处理单元的 2 × MacTOPS × 位宽，性能密度 = TPP 除以非平面工艺逻辑裸片的面积。不再看互联。3A090.b 与非数据中心用的芯片可用许可例外 NAC（对中国大陆、澳门须通报）或 ACA，二者于 2024 年 4 月分开。BIS 2026-05-31 的指引：要求随最终母公司而定，不论买方在何处。',
  '89 FR 96790 (published 2024-12-05); ECCN 3A090.c': '89 FR 96790（2024-12-05 公布）；ECCN 3A090.c',
  'Memory sold by itself only: HBM packaged with a logic chip is judged by the chip. A licence exception for stacks of lower density (below 3.3 GB/s per mm²) is left out [unverified]. Compliance from 2024-12-31.':
    '只针对单独出售的内存：与逻辑芯片封装在一起的 HBM 按芯片判定。对较低密度堆栈（低于 3.3 GB/s 每 mm²）的许可例外未计入 [未核实]。2024-12-31 起须遵守。',
  'FR 2025-00636': 'FR 2025-00636',
  'Tier 2: most countries; China, Macau and other tier 3 stay barred':
    '第二级：多数国家；中国大陆、澳门等第三级仍被禁止',
  '3A090.a within a country cap': '国家上限之内的 3A090.a',
  '2025 to 2027, each tier-2 country': '2025 至 2027 年，每个第二级国家',
  'About 50,000 H100. Orders of up to 26.9M TPP stood outside the cap [unverified]. Enforcement stopped on 2025-05-13; the text still stands in the regulations.':
    '约合 50,000 块 H100。至多 2690 万 TPP 的订单不占上限 [未核实]。2025-05-13 停止执行；条文仍在法规之中。',
  '"Is informed" letters to Nvidia, AMD and Intel': '致 Nvidia、AMD 和 Intel 的“告知”信函',
  bandwidth: '带宽',
  'Bind the companies that got them, for chips such as H20, MI308 and Gaudi; judged here for every chip. The sum of 1,700 GB/s was not confirmed by a second source [unverified].':
    '约束收到信函的公司，针对 H20、MI308、Gaudi 等芯片；这里对每种芯片都作判定。合计 1,700 GB/s 没有第二个来源证实 [未核实]。',
  'Licences issued against an agreed payment': '以约定付款为条件发放的许可证',
  'named chips': '点名的芯片',
  'Licences resumed in July and August 2025; the share was disclosed about 2025-08-10.':
    '许可于 2025 年 7 月和 8 月恢复；分成约在 2025-08-10 披露。',
  '91 FR 1684; 15 CFR 742.6(b)(10)(iii)': '91 FR 1684；15 CFR 742.6(b)(10)(iii)',
  window: '窗口',
  'aggregate, of the units shipped to US end users': '总量，以发给美国最终用户的数量计',
  'For chips commercially available in the US on 2026-01-15, with a test by a US laboratory for each shipment, no delay to US orders and checks of customers and remote access. Exports from the US only.':
    '适用于 2026-01-15 已在美国市售的芯片；每批须经美国实验室检测，不得延误美国订单，并审查客户和远程访问。只针对从美国的出口。',
  'Proclamation of 2026-01-14': '2026-01-14 的公告',
  'band of the H200': 'H200 所在的一段',
  'band of the MI325X': 'MI325X 所在的一段',
  'memory bandwidth': '内存带宽',
  'An example of a rule that nobody has made; copy it and change it.':
    '一条没有人制定过的规则，作为示例；可复制并改动。',
};
