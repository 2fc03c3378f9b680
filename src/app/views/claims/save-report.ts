import { version } from '../../../../package.json';
import { claimsPage } from '../../../report';
import type { ClaimsReport } from '../../../study';
import { fileName, saveText } from '../../figures/download';

/** Saves the report to print; its links lead to this page. The command is the one that makes it elsewhere. */
export function saveReport(report: ClaimsReport, command: string): void {
  const today = new Date();
  const page = `${location.origin}${location.pathname}`;
  const text = claimsPage(report, { version, date: today.toISOString().slice(0, 10), command, page });
  saveText(text, 'text/html', fileName('claims', 'html', today));
}
