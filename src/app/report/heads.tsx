/** The row of heads of a table's columns. */
export const Heads = ({ texts }: { texts: readonly string[] }) => (
  <thead>
    <tr>
      {texts.map((text) => (
        <th scope="col" key={text}>
          {text}
        </th>
      ))}
    </tr>
  </thead>
);
