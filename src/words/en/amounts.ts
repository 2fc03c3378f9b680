/** Amounts whose unit is a word. */
export const amounts = {
  days: (number: string, one: boolean): string => `${number} ${one ? 'day' : 'days'}`,
  tokens: (number: string): string => `${number} tokens`,
  tokensPerSecond: (number: string): string => `${number} tokens/s`,
  sequences: (number: string): string => `${number} sequences`,
};
