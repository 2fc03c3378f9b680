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
              <a href={address} target="_blank" rel="noreferrer">
                {address}
              </a>
              {part.slice(address.length)}
            </span>
          );
        })}
    </>
  );
}
