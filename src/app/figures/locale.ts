import { words } from '../words';
import type { Plotly } from './plotly';
import type { PlotConfig } from './plotly-types';
import { config } from './template';

const known = new Set<string>();

/** The library's settings in the language on show. Numbers look the same in both: their separators are the world's. */
export function configIn(library: Plotly): PlotConfig {
  const locale = words.plotly;
  if (!locale) return config;
  if (!known.has(locale.name)) {
    known.add(locale.name);
    // Its types do not know this kind of module.
    library.register({ moduleType: 'locale', ...locale, format: {} } as never);
  }
  return { ...config, locale: locale.name };
}
