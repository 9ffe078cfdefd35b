import { cdp } from 'vitest/browser';

interface Protocol {
  send: (
    method: 'Performance.enable' | 'HeapProfiler.collectGarbage' | 'Performance.getMetrics',
  ) => Promise<{ metrics?: { name: string; value: number }[] }>;
}

/** How many documents the browser keeps for this page after it has collected garbage. */
export async function countDocuments(): Promise<number> {
  const protocol = cdp() as Protocol;
  await protocol.send('Performance.enable');
  await protocol.send('HeapProfiler.collectGarbage');
  const { metrics = [] } = await protocol.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'Documents')?.value ?? NaN;
}
