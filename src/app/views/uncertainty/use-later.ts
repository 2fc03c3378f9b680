import { useEffect, useState } from 'preact/hooks';

/** The value one task later, so that the figures of one answer are not all drawn in the same task. */
export function useLater<T>(value: T): T {
  const [shown, show] = useState<T>(value);
  useEffect(() => {
    const timer = setTimeout(() => show(() => value));
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}
