import { BACKWARD, createOrder, FORWARD, INPUT_GRADIENT, type Order, push, WEIGHT_GRADIENT } from './types';

/** One forward, one backward (PipeDream-flush): rank r runs p − 1 − r forward passes ahead. */
export function oneForwardOneBackward(pp: number, m: number, rank: number): Order {
  const order = createOrder();
  const ahead = Math.min(m, pp - 1 - rank);
  for (let i = 0; i < ahead; i++) push(order, FORWARD, rank, i);
  for (let i = ahead; i < m; i++) {
    push(order, FORWARD, rank, i);
    push(order, BACKWARD, rank, i - ahead);
  }
  for (let i = m - ahead; i < m; i++) push(order, BACKWARD, rank, i);
  return order;
}

/**
 * Zero-bubble H1 (Qi et al. 2024): the order of 1F1B with weight gradients apart, those of rank r put off by r
 * micro-batches, so that every rank holds as many activations as the first one and fills its drain with them.
 */
export function zeroBubble(pp: number, m: number, rank: number): Order {
  const order = createOrder();
  const ahead = Math.min(m, pp - 1 - rank);
  let weights = 0;
  const backward = (i: number) => {
    push(order, INPUT_GRADIENT, rank, i);
    if (i >= rank) push(order, WEIGHT_GRADIENT, rank, weights++);
  };
  for (let i = 0; i < ahead; i++) push(order, FORWARD, rank, i);
  for (let i = ahead; i < m; i++) {
    push(order, FORWARD, rank, i);
    backward(i - ahead);
  }
  for (let i = m - ahead; i < m; i++) backward(i);
  while (weights < m) push(order, WEIGHT_GRADIENT, rank, weights++);
  return order;
}
