import { runCli } from './run-cli.ts';

/** What a clerk types and sees: a command after `$ lianfang`, what it said, and how it ended if not well. */
export async function runTyped(folder: string, command: string): Promise<string> {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word!,
  );
  const { code, out, err } = await runCli(['-C', folder, ...words]);
  if (code === 3) throw new Error(`${command}\n${err}`);
  return `$ lianfang ${command}\n${out}${err}${code === 0 ? '' : `退出码 ${code}\n`}\n`;
}

/** The commands of a transcript, and the remarks between them. */
export function typedLines(transcript: string): readonly string[] {
  return transcript.split('\n').filter((line) => /^(?:\$ lianfang|#) /.test(line));
}
