import { loadScenario } from '../../catalog';
import { ok } from '../../units';
import { constantsReport } from '../constants-report';
import { whole } from './handler';

/** The assumptions; without a scenario, of no cluster in particular. */
export const constants = whole<'constants'>(({ source }) => {
  if (source === null) return ok(constantsReport([]));
  const scenario = loadScenario(source);
  return scenario.ok ? ok(constantsReport(scenario.value.cases)) : scenario;
});
