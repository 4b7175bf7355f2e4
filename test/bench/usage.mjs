// Writes the peak memory of the process to a file when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env['LIANFANG_BENCH_USAGE'], JSON.stringify({ maxRss: maxRSS }));
});
