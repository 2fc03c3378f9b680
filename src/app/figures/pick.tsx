/** A labelled select in the head of a figure or a view. */
export function Pick(props: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onPick: (value: string) => void;
}) {
  const { id, label, value, options, onPick } = props;
  return (
    <label class="pick" for={`pick-${id}`}>
      <span>{label}</span>
      <select id={`pick-${id}`} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map(([name, text]) => (
          <option key={name} value={name} selected={name === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
