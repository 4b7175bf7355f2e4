/** What the program needs of the world around it, so that tests can run it in memory. */
export type Io = {
  readonly cwd: string;
  /** Data: the product of the command. */
  readonly out: (text: string) => void;
  /** Talk: progress, warnings, errors. */
  readonly err: (text: string) => void;
  /** Whether stdout takes colours. */
  readonly color: boolean;
  /** Somebody sits at a terminal and may be asked. */
  readonly interactive: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Options that mean the same in every command. */
export type CommonArgs = {
  readonly color?: boolean;
  /** Folder to work in, as `-C` names it; default the current one. */
  readonly dir?: string;
  readonly quiet?: boolean;
};

/** A command as it was called. */
export type Call<Args extends CommonArgs> = { readonly args: Args; readonly io: Io };

export const ExitCode = {
  /** Clean, or todo and info only. */
  ok: 0,
  /** Findings at or above `--fail-on`, or refused because of the data. */
  findings: 1,
  /** Wrong usage; no or unreadable `lianfang.yaml`. */
  usage: 2,
  /** A bug. */
  bug: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The real terminal and clock. */
export function nodeIo(): Io {
  const { env, stdin, stdout, stderr } = process;
  // `lianfang list … | head` closes the pipe early: there is nobody left to tell.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const interactive = stdin.isTTY && stdout.isTTY && !env['CI'];
  return {
    cwd: process.cwd(),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color: wantsColor(env, stdout.isTTY),
    interactive,
    width: stdout.columns || 100, // some terminals say 0
    now: () => new Date(),
    env,
  };
}

/** `NO_COLOR` before `FORCE_COLOR` before the terminal (no-color.org, clig.dev). */
function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] || env['CLICOLOR_FORCE']) return true;
  return isTerminal && env['TERM'] !== 'dumb';
}
