import { Chalk } from 'chalk';
import type { Paint } from './formatter.ts';

const chalk = new Chalk({ level: 1 });

/** The sixteen colours that every terminal has. */
export const colors: Paint = {
  error: chalk.red.bold,
  warning: chalk.yellow.bold,
  info: chalk.cyan,
  todo: chalk.blue,
  dim: chalk.dim,
  bold: chalk.bold,
};
