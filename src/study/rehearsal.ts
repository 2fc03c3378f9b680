import { type Case, loadScenario, type ScenarioSource } from '../catalog';
import { solveCase } from './case';

/** As often as an engine takes to have compiled what a comparison runs. */
const ROUNDS = 6;

/** The same source, but for text that says nothing. */
const reworded = (source: ScenarioSource, round: number): ScenarioSource =>
  'text' in source
    ? { ...source, text: `${source.text}\n# ${round}\n` }
    : { ...source, value: { ...(source.value as object), question: `${round}` } };

/** The same cluster with another batch, so that it is searched anew. */
function changed(item: Case, round: number): Case {
  const { training } = item.setup;
  const globalBatch = Math.ceil(training.globalBatch * (1 + round / 64));
  return { ...item, setup: { ...item.setup, training: { ...training, globalBatch } } };
}

/**
 * A comparison over and over with other numbers, in steps of a few milliseconds, its answers thrown away. Engines compile
 * what they have run often: after it the first edit is answered as fast as the tenth. For idle time; it changes no answer.
 */
export function* rehearsal(source: ScenarioSource): Generator<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    const scenario = loadScenario(reworded(source, round));
    yield;
    if (!scenario.ok) return;
    for (const item of scenario.value.cases) {
      solveCase(changed(item, round), { top: 1 });
      yield;
    }
  }
}
