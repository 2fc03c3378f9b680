import { useState } from 'preact/hooks';
import type { ClaimsReport } from '../../../study';
import { saveText } from '../../figures/download';
import { CopyButton } from '../../report/copy-button';
import { toYaml } from '../../report/yaml';
import { words } from '../../words';
import { ASSUMPTIONS_FILE, type Assumed, countOf } from './assumed';

/** The report as a file, and how a command line gives the same. */
export function ToPrint({ report, now }: { report: ClaimsReport | null; now: Assumed }) {
  const { report: text } = words.claims;
  const [failed, fail] = useState(false);
  const changed = countOf(now) > 0;
  const command = `npx moe-capacity claims${changed ? ` ${ASSUMPTIONS_FILE}` : ''} --report report.html`;
  const save = async () => {
    try {
      const { saveReport } = await import('./save-report');
      if (report) saveReport(report, command);
      fail(false);
    } catch {
      fail(true);
    }
  };
  const yaml = toYaml({ assume: now });
  return (
    <section class="report" aria-labelledby="to-print-heading">
      <h2 id="to-print-heading">{text.heading}</h2>
      <p>{text.about}</p>
      <p>
        <button type="button" class="primary" disabled={report === null} onClick={() => void save()}>
          {text.save}
        </button>
      </p>
      {failed && <p role="alert">{text.failed}</p>}
      <p>{changed ? text.yaml : text.same}</p>
      {changed && <pre class="wrapped">{yaml}</pre>}
      <pre class="wrapped">$ {command}</pre>
      {changed && (
        <div class="figure-tools">
          <CopyButton label={words.report.copy} text={() => yaml} />
          <button type="button" onClick={() => saveText(yaml, 'application/yaml', ASSUMPTIONS_FILE)}>
            {ASSUMPTIONS_FILE}
          </button>
        </div>
      )}
    </section>
  );
}
