/** Lets a scenario file be dropped anywhere on the page. The reader is fetched when there is something to read. */
export function acceptDrops(): void {
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void import('./open-file').then(({ openFile }) => openFile(file));
  });
}
