import type { FlatQuantity } from '../../catalog';
import { type Model, modelFlopsPerToken, parameterCounts } from '../../model';

/** Dispatch and combine, forward and backward, in BF16. */
const EXCHANGES = 4;
const BF16_BYTES = 2;

type Take = Extract<FlatQuantity, { kind: 'model' }>['take'];

/** A figure of an architecture; null where nothing is published or the model has none. */
export function modelFigure(
  model: Model,
  take: Take,
  sequence: number,
  tokens: number | null,
): number | null {
  const counts = parameterCounts(model);
  const kinds = model.layerKinds.map((kind) => model.kinds[kind]);
  const moe = kinds.map(({ feedForward }) => feedForward).find((one) => one?.kind === 'moe');
  const experts = moe?.kind === 'moe' ? moe : null;
  const expertLayers = kinds.filter(({ feedForward }) => feedForward?.kind === 'moe').length;
  const linear = kinds.filter(
    ({ attention }) => attention?.kind === 'gated-delta' || attention?.kind === 'mamba2',
  );
  const bytes = experts ? EXCHANGES * experts.topK * model.hidden * BF16_BYTES * expertLayers : 0;
  switch (take) {
    case 'total_parameters':
      return model.published.totalParameters;
    case 'active_parameters':
      return model.published.activeParameters;
    case 'counted_parameters':
      return counts.total;
    case 'counted_active_parameters':
      return counts.active;
    case 'training_tokens':
      return tokens;
    case 'flops_per_token':
      return modelFlopsPerToken(model, sequence);
    case 'expert_bytes_per_token':
      return bytes;
    case 'flops_per_expert_byte':
      return bytes === 0 ? null : modelFlopsPerToken(model, sequence) / bytes;
    case 'attention_layers':
      return kinds.filter(({ attention }) => attention?.kind === 'gqa' || attention?.kind === 'mla').length;
    case 'linear_layers':
      return linear.length;
    case 'layers':
      return kinds.length;
    case 'experts':
      return experts?.experts ?? 0;
    case 'top_k':
      return experts?.topK ?? 0;
    case 'shared_experts':
      return experts ? experts.sharedIntermediate / experts.intermediate : 0;
    case 'vision_parameters':
      return model.visionParameters;
  }
}
