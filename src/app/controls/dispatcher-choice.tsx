import { useText } from '../state/use-scenario';
import { words } from '../words';
import { setText } from './edit';
import { Choice } from './inputs';

const PATH = ['plan', 'dispatcher'];

/** How tokens reach experts: as the stack does, one way for all clusters, or whichever is fastest. */
export function DispatcherChoice() {
  const { controls } = words;
  const value = useText(PATH);
  return (
    <Choice
      path={PATH}
      label={controls.dispatcher}
      value={value}
      options={[
        { value: '', label: controls.stackDispatcher },
        { value: 'any', label: controls.anyDispatcher },
        ...Object.entries(controls.dispatchers).map(([name, label]) => ({ value: name, label })),
      ]}
      onRevert={value !== '' ? () => setText(PATH, '', true) : undefined}
      onChoose={(chosen) => setText(PATH, chosen, true)}
    />
  );
}
