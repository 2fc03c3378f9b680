import { CHUNK_PARTS, EXCHANGES, PASS_PART, PASS_PARTS, type StepWork, TRANSFER, TRANSFERS } from '../step';
import { type Columns, type Place, put } from './columns';
import { BACKWARD, FORWARD, INPUT_GRADIENT, WEIGHT_GRADIENT } from './order';
import type { Kind } from './types';

const EXCHANGE_KINDS = [
  'tensor_parallel',
  'context_parallel',
  'expert_exchange',
  'expert_tensor_parallel',
] as const satisfies Record<number, Kind>;

const PASS_KINDS: Record<number, Kind> = {
  [FORWARD]: 'forward',
  [INPUT_GRADIENT]: 'backward',
  [WEIGHT_GRADIENT]: 'weight_gradient',
};

/**
 * Draws one pass of a chunk that begins at `start`: compute, then what it waits for. Transfers that compute hides end
 * with it, as long as it at most; those that it does not hide lie under the wait. Returns its end.
 */
function drawPass(
  to: Columns,
  place: Place,
  pass: number,
  work: StepWork,
  start: number,
  sharding: number,
): number {
  const at = place.chunk * CHUNK_PARTS + pass * PASS_PARTS;
  const seconds = work.passSeconds;
  const length = (part: number) => work.jitter * seconds[at + part];
  const computed = start + length(PASS_PART.COMPUTE);
  const upDone = computed + length(PASS_PART.WAIT_UP);
  const outDone = upDone + length(PASS_PART.WAIT_OUT);
  const shared = outDone + work.jitter * sharding;
  const end = shared + length(PASS_PART.HOST);
  put(to, place, 'compute', PASS_KINDS[pass], start, computed, false, false);
  put(to, place, 'compute', 'wait_scale_up', computed, upDone, true, false);
  put(to, place, 'compute', 'wait_scale_out', upDone, outDone, true, true);
  put(to, place, 'compute', 'wait_parameters', outDone, shared, true, false);
  put(to, place, 'compute', 'wait_host', shared, end, false, false);
  transfers(to, place, at, work, start, computed, upDone);
  return end;
}

function transfers(
  to: Columns,
  place: Place,
  at: number,
  { passSeconds, jitter }: StepWork,
  start: number,
  computed: number,
  upDone: number,
): void {
  for (const out of [false, true]) {
    const lane = out ? 'scale_out' : 'scale_up';
    const part = (e: number, exposed: boolean) => {
      const which = exposed
        ? out
          ? TRANSFER.EXPOSED_OUT
          : TRANSFER.EXPOSED_UP
        : out
          ? TRANSFER.HIDDEN_OUT
          : TRANSFER.HIDDEN_UP;
      return jitter * passSeconds[at + PASS_PART.EXCHANGE + e * TRANSFERS + which];
    };
    let hidden = 0;
    for (let e = 0; e < EXCHANGES.length; e++) hidden += part(e, false);
    const shrink = hidden > computed - start ? (computed - start) / hidden : 1;
    let time = Math.max(start, computed - hidden);
    for (let e = 0; e < EXCHANGES.length; e++) {
      const until = Math.min(computed, time + shrink * part(e, false));
      put(to, place, lane, EXCHANGE_KINDS[e], time, until, false, out);
      time = until;
    }
    time = out ? upDone : computed;
    for (let e = 0; e < EXCHANGES.length; e++) {
      const until = time + part(e, true);
      put(to, place, lane, EXCHANGE_KINDS[e], time, until, true, out);
      time = until;
    }
  }
}

/** ZeRO-3 of one pass: what compute hides, then what it does not. */
function shard(
  to: Columns,
  place: Place,
  start: number,
  computed: number,
  hidden: number,
  exposed: number,
  out: boolean,
): void {
  const from = Math.max(start, computed - hidden);
  put(to, place, 'sharding', 'shard', from, computed, false, out);
  put(to, place, 'sharding', 'shard', computed, computed + exposed, true, out);
}

/** Draws a pass as a rank's order has it, backward as its two halves. `sharding` is of each third of a micro-batch's pass. */
export function drawEntry(
  to: Columns,
  place: Place,
  pass: number,
  work: StepWork,
  start: number,
  sharding: { hidden: number; exposed: number; out: boolean },
): void {
  let time = start;
  for (const part of pass === BACKWARD ? [INPUT_GRADIENT, WEIGHT_GRADIENT] : [pass]) {
    // Parameters are gathered for forward and backward, gradients scattered with the weights'.
    const end = drawPass(to, place, part, work, time, sharding.exposed);
    if (sharding.hidden + sharding.exposed > 0) {
      const at = place.chunk * CHUNK_PARTS + part * PASS_PARTS;
      const computed = time + work.jitter * work.passSeconds[at + PASS_PART.COMPUTE];
      const waits =
        work.jitter * (work.passSeconds[at + PASS_PART.WAIT_UP] + work.passSeconds[at + PASS_PART.WAIT_OUT]);
      shard(
        to,
        place,
        time,
        computed + waits,
        work.jitter * sharding.hidden,
        work.jitter * sharding.exposed,
        sharding.out,
      );
    }
    time = end;
  }
}
