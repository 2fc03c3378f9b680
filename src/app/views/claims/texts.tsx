/** Text with its web addresses as links, told as what they are: `Title <https://…> (B)` leads there by its title. */
export function Linked({ text }: { text: string }) {
  const titled = /^(.*?) <(https?:\/\/[^\s<>"]+)> (\([ABC]\))$/s.exec(text);
  if (titled) {
    const [, title, address, confidence] = titled;
    return (
      <>
        <Away address={address} text={title} /> {confidence}
      </>
    );
  }
  return (
    <>
      {text
        .split(/(https?:\/\/[^\s<>"'&;]+)/)
        .map((part, index) => (index % 2 === 1 ? <Away address={part} text={part} key={part} /> : part))}
    </>
  );
}

const Away = ({ address, text }: { address: string; text: string }) => (
  <a href={address} target="_blank" rel="noreferrer">
    {text}
  </a>
);
