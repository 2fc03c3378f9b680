/** The catalog's rules by their English names. */
export const ruleNames: Readonly<Record<string, string>> = {
  'Chinese regulators stop the RTX Pro 6000D (September 2025)':
    '中国监管部门叫停 RTX Pro 6000D（2025 年 9 月）',
  'Chinese customs hold back the H200 (January 2026)': '中国海关扣留 H200（2026 年 1 月）',
  'First AI-chip rule (October 2022)': '首部 AI 芯片规则（2022 年 10 月）',
  'TPP and performance density (October 2023)': 'TPP 与性能密度（2023 年 10 月）',
  'High-bandwidth memory (December 2024)': '高带宽内存（2024 年 12 月）',
  'AI Diffusion country caps (January 2025)': 'AI 扩散规则的国家上限（2025 年 1 月）',
  'Letters on memory and I/O bandwidth (April 2025)': '关于内存和 I/O 带宽的信函（2025 年 4 月）',
  'H20 and MI308 licences for a share of revenue (August 2025)':
    'H20 与 MI308 以收入分成换取许可（2025 年 8 月）',
  'Case-by-case window for the H200 (January 2026)': 'H200 的个案审批窗口（2026 年 1 月）',
  'Tariff on two bands of chips (January 2026)': '对两段芯片的关税（2026 年 1 月）',
  'What if: memory bandwidth capped at 2 TB/s': '假如：内存带宽以 2 TB/s 为限',
};
