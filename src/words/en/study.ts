/** Words about the questions that are asked of a scenario. */
export const study = {
  noCluster: (name: string): string => `no cluster named ${name}`,
  oneOf: (names: readonly string[]): string => `one of ${names.join(', ')}`,
  variesNothing: 'the scenario varies nothing',
  varyExample: 'a `vary` entry such as experts: [64, 128, 256]',
};
