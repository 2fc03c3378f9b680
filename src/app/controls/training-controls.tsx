import { formatCount } from '../../units';
import { amounts } from '../../words';
import type { Path } from '../state/json';
import { useRead } from '../state/use-comparison';
import { useText } from '../state/use-scenario';
import { words } from '../words';
import { DispatcherChoice } from './dispatcher-choice';
import { setText } from './edit';
import { binaryStops, Choice, Count, Text } from './inputs';

const sequenceStops = binaryStops(512, 1_048_576);

/** A select of number formats; `inherit` adds the choice of the training run's. */
export function PrecisionChoice({ path, inherit = false }: { path: Path; inherit?: boolean }) {
  const { controls } = words;
  const value = useText(path);
  const formats = Object.entries(controls.precisions).map(([format, label]) => ({ value: format, label }));
  const unknown = value !== '' && value !== 'any' && !(value in controls.precisions);
  return (
    <Choice
      path={path}
      label={controls.precision}
      value={value}
      options={[
        ...(inherit || value === ''
          ? [{ value: '', label: inherit ? controls.asTraining : controls.byDefault }]
          : []),
        ...(unknown ? [{ value, label: value }] : []),
        ...formats,
        { value: 'any', label: controls.anyPrecision },
      ]}
      onRevert={inherit && value !== '' ? () => setText(path, '', true) : undefined}
      onChoose={(chosen) => setText(path, chosen, true)}
    />
  );
}

/** Tokens, sequence, batch and number format of the run. */
export function TrainingControls() {
  const { controls } = words;
  const tokens = useRead((cases) => cases[0]?.inputs.tokens);
  const sequence = useRead((cases) => cases[0]?.inputs.sequence);
  const batch = useRead((cases) => cases[0]?.inputs.global_batch_sequences);
  const set = (key: string) => (value: string, finished: boolean) =>
    setText(['training', key], value, finished);
  return (
    <fieldset>
      <legend>{controls.training}</legend>
      <Text
        path={['training', 'tokens']}
        label={controls.tokens}
        value={useText(['training', 'tokens'])}
        echo={
          tokens === undefined ? undefined : controls.reads(amounts().tokens(tokens.toLocaleString('en-US')))
        }
        onText={set('tokens')}
      />
      <Count
        path={['training', 'sequence']}
        label={controls.sequence}
        value={useText(['training', 'sequence'])}
        fallback={sequence}
        stops={sequenceStops}
        onText={set('sequence')}
      />
      <Text
        path={['training', 'global_batch']}
        label={controls.globalBatch}
        value={useText(['training', 'global_batch'])}
        echo={
          batch && sequence
            ? controls.reads(
                [
                  amounts().sequences(formatCount(batch)),
                  amounts().tokens(formatCount(batch * sequence)),
                ].join(', '),
              )
            : controls.globalBatchHint
        }
        onText={set('global_batch')}
      />
      <PrecisionChoice path={['training', 'precision']} />
      <DispatcherChoice />
    </fieldset>
  );
}
