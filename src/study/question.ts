import { type FlatStudy, loadScenario, type ScenarioSource } from '../catalog';
import { ok, type Result } from '../units';
import type { Task } from './types';

/** What a scenario file can ask by itself. */
export type AskedKind = FlatStudy['kind'] | 'vary' | 'compare';

/** The task that a scenario file asks by itself: that of its study, else the table of what varies, else a comparison. */
export function askedTask(source: ScenarioSource): Result<Extract<Task, { kind: AskedKind }>> {
  const scenario = loadScenario(source);
  if (!scenario.ok) return scenario;
  const { study, vary } = scenario.value;
  if (study) return ok({ kind: study.kind, source });
  return ok(vary ? { kind: 'vary', source } : { kind: 'compare', source });
}
