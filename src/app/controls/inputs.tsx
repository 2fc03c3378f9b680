import { finish } from '../state/store';
import { words } from '../words';
import { Field, type FieldProps } from './field';
import { rangeSampler } from './sample-range';

type Shell = Omit<FieldProps, 'children' | 'onSample'>;

/** A select. `groups` keeps long lists readable. */
export function Choice(
  props: Shell & {
    value: string;
    options: readonly { value: string; label: string; group?: string }[];
    onChoose: (value: string) => void;
  },
) {
  const { value, options, onChoose, ...shell } = props;
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field {...shell}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {groups.map((group) => {
            const items = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value} selected={option.value === value}>
                  {option.label}
                </option>
              ));
            return group === undefined ? (
              items
            ) : (
              <optgroup label={group} key={group}>
                {items}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}

/** Free text; the engine reads quantities in it and reports what it cannot read. */
export function Text(
  props: Shell & { value: string; placeholder?: string; onText: (value: string, finished: boolean) => void },
) {
  const { value, placeholder, onText, ...shell } = props;
  return (
    <Field {...shell} onSample={rangeSampler(shell.path, value)}>
      {(described) => (
        <input
          {...described}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={value}
          placeholder={placeholder}
          onInput={(event) => onText(event.currentTarget.value, false)}
          onBlur={finish}
          onKeyDown={(event) => event.key === 'Enter' && finish()}
        />
      )}
    </Field>
  );
}

interface Scale {
  /** Values that the slider's stops stand for, ascending. */
  stops: readonly number[];
}

/** A whole number with a slider over the interesting range; any number can be typed. */
export function Count(
  props: Shell &
    Scale & { value: string; fallback?: number; onText: (value: string, finished: boolean) => void },
) {
  const { value, fallback, stops, onText, ...shell } = props;
  const now = value === '' ? fallback : Number(value);
  return (
    <Field {...shell} onSample={rangeSampler(shell.path, value)}>
      {(described) => (
        <div class="count">
          <input
            {...described}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={value}
            placeholder={fallback === undefined ? undefined : String(fallback)}
            onInput={(event) => onText(event.currentTarget.value, false)}
            onBlur={finish}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
              if (event.key === 'Enter') finish();
              if (step === 0 || !Number.isFinite(now)) return;
              event.preventDefault();
              onText(String(Math.max(1, (now ?? 0) + step * (event.shiftKey ? 10 : 1))), false);
            }}
          />
          <input
            type="range"
            aria-label={words.controls.slider(shell.label)}
            aria-valuetext={now === undefined ? undefined : String(now)}
            min={0}
            max={stops.length - 1}
            step={1}
            value={nearestStop(stops, now)}
            onInput={(event) => onText(String(stops[Number(event.currentTarget.value)]), false)}
            onChange={finish}
          />
        </div>
      )}
    </Field>
  );
}

function nearestStop(stops: readonly number[], value: number | undefined): number {
  if (value === undefined || !(value > 0)) return 0;
  const distance = (stop: number) => Math.abs(Math.log(stop / value));
  return stops.reduce((best, stop, index) => (distance(stop) < distance(stops[best]) ? index : best), 0);
}

/** Round numbers from low to high, `perDecade` of them in each factor of ten or so: 1, 2, 5 or finer. */
export function roundStops(
  low: number,
  high: number,
  mantissas: readonly number[] = [1, 1.5, 2, 3, 4, 5, 6, 8],
): number[] {
  const stops: number[] = [];
  for (let decade = 10 ** Math.floor(Math.log10(low)); decade <= high; decade *= 10) {
    for (const mantissa of mantissas) {
      const stop = Math.round(mantissa * decade);
      if (stop >= low && stop <= high) stops.push(stop);
    }
  }
  return stops;
}

/** Powers of two and the halves between them. */
export function binaryStops(low: number, high: number, halves = false): number[] {
  const stops: number[] = [];
  for (let stop = low; stop <= high; stop *= 2) {
    stops.push(stop);
    if (halves && stop * 1.5 <= high && Number.isInteger(stop * 1.5)) stops.push(stop * 1.5);
  }
  return stops;
}
