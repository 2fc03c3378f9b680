import { timeline } from './timeline';

/** Words about the questions that are asked of a scenario. */
export const study = {
  noCluster: (name: string): string => `no cluster named ${name}`,
  oneOf: (names: readonly string[]): string => `one of ${names.join(', ')}`,
  variesNothing: 'the scenario varies nothing',
  varyExample: 'a `vary` entry such as experts: [64, 128, 256]',
  points: {
    notJson: (why: string): string => `not JSON: ${why}`,
    jsonFile: 'a JSON file {"points": […]}',
    noList: 'no list of points',
    list: '{"points": […]}',
    noId: (index: number): string => `point ${index} has no id`,
    withId: 'objects with an id and the fields of scenarios/measured/points.json',
  },
  kernels: {
    file: 'a file of tests/device/measure.py',
    noChip: (id: string): string => `no chip ${JSON.stringify(id)} in the catalog`,
    chipId: 'the id of a file in scenarios/chips',
  },
  timeline,
};
