/** Holds a line of the outline over a point of another, measured from its corner. `letGo` drops it outside. */
export async function holdOver(
  held: Element,
  over: Element,
  point: { x: number; y: number },
): Promise<{ letGo: () => Promise<void> }> {
  const { x, y } = over.getBoundingClientRect();
  const place = { clientX: x + point.x, clientY: y + point.y, dataTransfer: new DataTransfer() };
  const send = (type: string, to: Element) =>
    to.dispatchEvent(new DragEvent(type, { ...place, bubbles: true, cancelable: true }));
  const nextFrame = () => new Promise(requestAnimationFrame);
  send('dragstart', held);
  await nextFrame();
  for (let frame = 0; frame < 4; frame += 1) {
    send('dragover', over);
    await nextFrame();
  }
  return {
    letGo: async () => {
      send('dragend', held);
      await nextFrame();
    },
  };
}
