import { digits } from '../digits';
import { bottlenecks } from './bottlenecks';
import { timeline } from './timeline';
import { uncertainty } from './uncertainty';

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
  search: {
    noDeadline: 'the fewest chips for a deadline need a deadline',
    deadline: 'a time for the whole run, such as --deadline "90 days"',
    noSize: (chips: number, seconds: number | null): string =>
      seconds === null
        ? `no plan on up to ${digits(chips)} chips fits in memory`
        : `no plan on up to ${digits(chips)} chips is done in ${Math.round(seconds / 8640) / 10} days: more time, a larger batch or more chips would do`,
  },
  timeline,
  notThisKind: (kind: string): string => `the scenario asks no question of kind ${kind}`,
  stage: (name: string, reason: string): string => `its stage "${name}": ${reason}`,
  givenInScenario: 'as the scenario gives it',
  ratedPower: (system: string): string =>
    `rated power of the server, entry of ${system}; the range is judgement`,
  rentOf: (titles: readonly string[]): string => `rent: ${titles.join('; ')}`,
  capitalOf: (titles: readonly string[], unknown: boolean): string =>
    `owned over five years, with server, network and electricity (Epoch AI’s shares); ${
      unknown ? 'no price of the chip is known, judgement' : `chip: ${titles.join('; ')}`
    }`,
  supply: {
    example: 'a `study` entry such as {kind: supply, from: 2025, to: 2028, paths: […]}',
    order: 'the account ends before it begins',
    later: (year: number): string => `a year later than ${year}`,
  },
  uncertainty,
  bottlenecks,
  parity: {
    example: 'a `study` entry such as {kind: parity, by: throughput}',
    oneCluster: 'there is nothing to match a single cluster with',
    twoClusters: 'two clusters or more',
    noDeadline: '"deadline" is missing: the time that each cluster may take',
    nothingFits: (cluster: string, why: string): string => `${cluster} has no plan at any size: ${why}`,
    outOfReach: {
      throughput: (cluster: string, chips: number, share: number): string =>
        `no size of ${cluster} reaches it: ${chips} chips come to ${(share * 100).toFixed(0)} % of the rate, and more add nothing for this batch`,
      deadline: (cluster: string, chips: number, times: number): string =>
        `no size of ${cluster} is done in time: ${chips} chips take ${times.toFixed(2)} times as long, and more don't help for this batch`,
      cost: (cluster: string, chips: number, times: number): string =>
        `no size of ${cluster} is so cheap: ${chips} chips cost ${times.toFixed(2)} times as much, and other sizes more`,
      energy: (cluster: string, chips: number, times: number): string =>
        `no size of ${cluster} needs so little: ${chips} chips take ${times.toFixed(2)} times the energy, and other sizes more`,
    },
  },
};
