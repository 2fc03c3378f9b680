import type { amounts as inEnglish } from '../en/amounts';

export const amounts: typeof inEnglish = {
  days: (number) => `${number} 天`,
  tokens: (number) => `${number} token`,
  tokensPerSecond: (number) => `${number} token/s`,
  sequences: (number) => `${number} 个序列`,
};
