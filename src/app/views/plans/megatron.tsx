import { CopyButton } from '../../report/copy-button';
import { Scroll } from '../../report/scroll';
import { words } from '../../words';
import type { Search } from './lost';

/** The best plan as arguments of a training script, to copy. */
export function MegatronFlags({ megatron }: { megatron: NonNullable<Search['megatron']> }) {
  const { plans } = words;
  const text = megatron.flags.join(' \\\n');
  return (
    <div class="report">
      <h2>{plans.megatron}</h2>
      <Scroll label={plans.megatron}>
        <pre>{text}</pre>
      </Scroll>
      {megatron.notes.length > 0 && (
        <>
          <p class="soft">{plans.notes}</p>
          <ul class="soft">
            {megatron.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <div class="figure-tools">
        <CopyButton label={plans.copy} text={() => text} />
      </div>
    </div>
  );
}
