import { computed, effect, signal } from '@preact/signals';
import type { Engine } from '../../engine';
import type { CatalogReport, CompareReport, ExplainReport, Task, VaryReport } from '../../study';
import type { Result, UserError } from '../../units';
import type { JsonObject } from './json';
import { Latest } from './latest';
import { scenario } from './store';
import { DEFAULT_VARIABLE, variedKey, withoutVaried, withVaried } from './vary';

/** What the engine answered last; the main thread asks and shows, and computes nothing itself. */

export const catalog = signal<CatalogReport | null>(null);
export const comparison = signal<CompareReport | null>(null);
export const variation = signal<VaryReport | null>(null);
export const explanation = signal<ExplainReport | null>(null);

/** What the user has to mend. While there is something, the figures show the last valid input. */
export const errors = signal<readonly UserError[]>([]);
/** An exception: a bug or a worker that could not be started. */
export const failure = signal<string | null>(null);

const answered = signal<JsonObject | null>(null);
const variedFor = signal<JsonObject | null>(null);
const explainedFor = signal<JsonObject | null>(null);

export const stale = computed(() => comparison.value !== null && answered.value !== scenario.value);
export const variationStale = computed(() => variation.value !== null && variedFor.value !== scenario.value);
/** The breakdown belongs to the comparison on show, or is not shown. */
export const explanationFits = computed(() => explainedFor.value === answered.value);
/** Work that has lasted long enough to be worth a word. */
export const slow = signal(false);
export const progress = signal<{ done: number; total: number } | null>(null);

const SLOW_MS = 300;

/** Asks the engine at once and after each change of the scenario. Returns what stops it. */
export function answerWith(engine: Engine): () => void {
  void readCatalog(engine);
  const latest = new Latest<JsonObject>((input, abort) => answer(engine, input, abort));
  const stop = effect(() => latest.ask(scenario.value));
  return () => {
    stop();
    latest.cancel();
    engine.close();
  };
}

export async function readCatalog(engine: Engine): Promise<void> {
  try {
    const result = await engine.run({ kind: 'catalog' });
    if (result.ok) catalog.value = result.value;
    else errors.value = result.errors;
  } catch (error) {
    failure.value = describe(error);
  }
}

async function answer(engine: Engine, input: JsonObject, abort: AbortSignal): Promise<void> {
  const timer = setTimeout(() => {
    slow.value = true;
  }, SLOW_MS);
  const ask = <K extends 'compare' | 'vary' | 'explain'>(
    task: Extract<Task, { kind: K }>,
  ): Promise<Result<unknown>> =>
    engine.run<K>(task, {
      signal: abort,
      onProgress: (done, total) => {
        progress.value = abort.aborted ? null : { done, total };
      },
    });
  try {
    const plain = { file: 'form', value: withoutVaried(input) };
    const compared = (await ask({ kind: 'compare', source: plain })) as Result<CompareReport>;
    if (abort.aborted) return;
    errors.value = compared.ok ? [] : compared.errors;
    failure.value = null;
    if (!compared.ok) return;
    comparison.value = compared.value;
    answered.value = input;

    const varied = variedKey(input) ? input : withVaried(input, DEFAULT_VARIABLE);
    const curves = (await ask({
      kind: 'vary',
      source: { file: 'form', value: varied },
    })) as Result<VaryReport>;
    if (abort.aborted) return;
    if (!curves.ok) {
      errors.value = curves.errors;
      return;
    }
    variation.value = curves.value;
    variedFor.value = input;

    const explained = (await ask({ kind: 'explain', source: plain, cluster: null })) as Result<ExplainReport>;
    if (abort.aborted || !explained.ok) return;
    explanation.value = explained.value;
    explainedFor.value = input;
  } catch (error) {
    if (!abort.aborted) failure.value = describe(error);
  } finally {
    clearTimeout(timer);
    slow.value = false;
    progress.value = null;
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
