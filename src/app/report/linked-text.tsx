const ADDRESS = /(https?:\/\/[^\s<>"']+)/;

/** A text whose web addresses lead there; `<…>` around an address is left out. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text
        .replace(/<(https?:[^\s<>]+)>/g, '$1')
        .split(ADDRESS)
        .map((part, at) => {
          if (!ADDRESS.test(part)) return part;
          const address = part.replace(/[).,;]+$/, '');
          return (
            <span key={String(at)}>
              <Away address={address} text={address} />
              {part.slice(address.length)}
            </span>
          );
        })}
    </>
  );
}

/** One source, told as what it is: `Title <https://…> (B)` leads there by its title. */
export function LinkedSource({ text }: { text: string }) {
  const titled = /^(.*?) <(https?:\/\/[^\s<>"]+)> (\([ABC]\))$/s.exec(text);
  if (!titled) return <LinkedText text={text} />;
  const [, title, address, confidence] = titled;
  return (
    <>
      <Away address={address} text={title} /> {confidence}
    </>
  );
}

const Away = ({ address, text }: { address: string; text: string }) => (
  <a href={address} target="_blank" rel="noreferrer">
    {text}
  </a>
);
