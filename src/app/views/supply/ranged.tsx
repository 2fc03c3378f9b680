/** A value with its 80 % interval below it. */
export function Ranged<T>(props: { value: T; interval: readonly [T, T]; say: (value: T) => string }) {
  const { value, interval, say } = props;
  const [low, high] = interval.map(say);
  return (
    <>
      {say(value)}
      <br />
      <span class="soft">{low === high ? '' : `${low} – ${high}`}</span>
    </>
  );
}
