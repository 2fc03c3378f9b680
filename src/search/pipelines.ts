import type { Model } from '../model';
import {
  bubblePasses,
  flightLimit,
  layoutShape,
  leastMicroBatches,
  type Schedule,
  scheduleProblem,
} from '../step';
import type { PlanSpace } from './space';

/** One way to cut the layers into pipeline stages. */
export interface Pipeline {
  pp: number;
  vpp: number;
  schedule: Schedule;
  /** Copies of the weights on each rank. */
  copies: number;
  /** Fewest micro-batches that the schedule runs with, and fewest in flight on any rank. */
  least: number;
  flight: number;
  /** Least idle time of a step, in passes of the mean rank. */
  bubble: number;
}

/** All pipelines of a space that the model's layers allow, in the order of the space. */
export function pipelines(model: Model, space: PlanSpace): Pipeline[] {
  const layers = model.layerKinds.length;
  return space.pp.flatMap((pp) =>
    space.schedules.flatMap(({ schedule, vpp }) => {
      const chunks = schedule === 'dualpipev' ? 2 * pp : pp * vpp;
      // With the most micro-batches that a schedule asks for; too few are refused when replicas are chosen.
      const possible = chunks <= layers && scheduleProblem(schedule, pp, vpp, 4 * pp) === null;
      const flight = flightLimit(layoutShape(schedule), pp, vpp, pp - 1);
      return possible
        ? [
            {
              pp,
              vpp,
              schedule,
              copies: schedule === 'dualpipe' ? 2 : 1,
              least: leastMicroBatches(schedule, pp),
              flight: Math.min(leastMicroBatches(schedule, pp), flight),
              bubble: bubblePasses(schedule, pp, vpp, pp),
            },
          ]
        : [];
    }),
  );
}
