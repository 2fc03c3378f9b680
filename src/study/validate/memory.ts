import type { StepEstimate } from '../../step';
import type { MemoryComparison } from '../types';
import type { MeasuredPoint } from './point';

/** What a printed peak counts: tensors, the allocator's reserve, or whatever the source's log shows. */
function definitionOf(point: MeasuredPoint): MemoryComparison['definition'] {
  const text = `${point.metric_basis ?? ''} ${point.notes ?? ''}`.toLowerCase();
  if (/\ballocated\b/.test(text)) return 'allocated';
  // Its log prints torch.cuda's peak of reserved bytes.
  if (/^TorchTitan/.test(point.framework)) return 'reserved';
  return /\breserved\b/.test(text) ? 'reserved' : 'as_logged';
}

/** Predicted against printed peak memory of the fullest rank; null where none is printed. */
export function compareMemory(point: MeasuredPoint, step: StepEstimate): MemoryComparison | null {
  if (!point.mem_GB || !(point.mem_GB > 0)) return null;
  const measured = point.mem_GB * 1e9;
  const predicted = step.memory.total;
  return {
    definition: definitionOf(point),
    measured_bytes: measured,
    predicted_bytes: predicted,
    error: predicted / measured - 1,
  };
}
