// Writes what the process has used to a file when it ends. Loaded by --require, which costs next to nothing.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
  writeFileSync(process.env['LIANFANG_BENCH_USAGE'], JSON.stringify({ maxRss: maxRSS, cpuSeconds }));
});
