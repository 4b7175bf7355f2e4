// Says in words that node_modules is not what package-lock.json names, before a build or a test
// fails for that reason in words of its own.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const json = (path) => JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));

const { engines } = json('package.json');
const [major, minor] = process.versions.node.split('.').map(Number);
const [leastMajor, leastMinor] = engines.node.match(/\d+/g).map(Number);
if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  stop(`Node ${process.versions.node} 太旧：需要 ${engines.node}`);
}

// What is for another machine, or may be left out anywhere, need not be there.
const { glibcVersionRuntime } = process.report.getReport().header;
const here = {
  os: process.platform,
  cpu: process.arch,
  libc: glibcVersionRuntime === undefined ? 'musl' : 'glibc',
};
const mayLack = (entry) =>
  entry.optional === true &&
  (entry.os === undefined ||
    Object.keys(here).some((key) => entry[key]?.includes(here[key]) === false));

const faults = Object.entries(json('package-lock.json').packages).flatMap(([path, entry]) => {
  if (path === '') return [];
  const file = `${path}/package.json`;
  if (!existsSync(`${ROOT}${file}`)) return mayLack(entry) ? [] : [`缺少 ${path}`];
  const { version } = json(file);
  return version === entry.version ? [] : [`${path} 是 ${version}，应为 ${entry.version}`];
});
if (faults.length > 0) stop(['安装不完整：', ...faults].join('\n  '));

function stop(why) {
  process.stderr.write(`${why}\n请运行 npm ci 重新安装，再试一次。\n`);
  process.exit(1);
}
