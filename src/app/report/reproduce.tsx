import { saveText } from '../figures/download';
import { settledState } from '../state/settled-link';
import { viewId } from '../state/store';
import { words } from '../words';
import { commandOf } from './command';
import { CopyButton } from './copy-button';
import { Scroll } from './scroll';
import { toYaml } from './yaml';

/** The scenario as a file and the command that reads it. */
export function Reproduce() {
  const { report } = words;
  const yaml = toYaml(settledState.value.scenario);
  return (
    <section class="reproduce" aria-labelledby="reproduce-heading">
      <h2 id="reproduce-heading">{report.reproduceHeading}</h2>
      <p>{report.reproduceText}</p>
      <Scroll label="question.yaml">
        <pre>{yaml}</pre>
      </Scroll>
      <pre>$ {commandOf(viewId.value)}</pre>
      <div class="figure-tools">
        <CopyButton label={report.copy} text={() => yaml} />
        <button type="button" onClick={() => saveText(yaml, 'application/yaml', 'question.yaml')}>
          {report.downloadYaml}
        </button>
      </div>
    </section>
  );
}
