/** A record as a message names it; of a person no more than the kind is told. */
export type NamedRecord = {
  readonly kind: string;
  readonly id?: string;
  readonly name?: string;
  /** How it stands in the text: 岗位「出纳」. */
  readonly text: string;
};

/** What a message tells beside its words. A list stands in the text with 、 between its items. */
type MessageArg = string | number | boolean | readonly string[] | NamedRecord;
export type MessageArgs = Readonly<Record<string, MessageArg>>;

/** A text with what was put into it, so that nobody has to take the text apart again. */
export type Message = {
  readonly text: string;
  /** The text with `{name}` where an argument stands: what a translation goes by. */
  readonly template: string;
  readonly args: MessageArgs;
};

/** Arguments by name, another message, or words that are none of its arguments. */
type MessagePart = MessageArgs | Message | string;

/** Puts a message together: `` say`${{ level }}等级有 ${{ count }} 个` ``. */
export function say(strings: TemplateStringsArray, ...parts: readonly MessagePart[]): Message {
  let text = '';
  let template = '';
  let args: MessageArgs = {};
  for (const [index, words] of strings.entries()) {
    text += words;
    template += words;
    const part = parts[index];
    if (part === undefined) continue;
    if (typeof part === 'string') {
      text += part;
      template += part;
    } else if (isMessage(part)) {
      text += part.text;
      template += part.template;
      args = { ...args, ...part.args };
    } else {
      for (const [name, arg] of Object.entries(part)) {
        text += shown(arg);
        template += `{${name}}`;
      }
      args = { ...args, ...part };
    }
  }
  return { text, template, args };
}

/** The text of a message, with or without arguments. */
export function textOf(message: string | Message): string {
  return typeof message === 'string' ? message : message.text;
}

function isMessage(part: MessageArgs | Message): part is Message {
  return typeof part['template'] === 'string';
}

function shown(arg: MessageArg): string {
  if (typeof arg !== 'object') return String(arg);
  return 'text' in arg ? arg.text : arg.join('、');
}
