/** What each folder of src/ may import from the others: what it needs, and nothing that needs it. */
export const ROOMS: Readonly<Record<string, string>> = {
  util: '',
  diagnostics: 'util',
  model: 'diagnostics',
  source: 'diagnostics util',
  repository: 'source model diagnostics util package-files',
  scheme: 'model diagnostics util',
  signoff: 'scheme model util',
  calendar: 'scheme model diagnostics util',
  rules: 'signoff calendar scheme model diagnostics util',
  history: '',
  archive: '',
  papers: 'signoff scheme model diagnostics util',
  figures: 'model util',
  renderers: 'papers figures model util package-files',
  formatters: 'diagnostics util',
  pipeline: 'repository rules papers signoff calendar scheme model diagnostics util',
  commands:
    'pipeline repository history archive papers renderers formatters signoff calendar ' +
    'scheme source model diagnostics util io errors package-files',
  'command-line': 'commands calendar renderers model util io errors version',
  // Files of src/ itself.
  io: '',
  errors: '',
  'package-files': '',
  version: 'package-files',
  cli: 'command-line io errors version',
  index: 'commands diagnostics errors model papers pipeline renderers scheme version',
};

/** Rooms and files that may use a package or a part of Node; all others may use its types. */
type Owners = {
  readonly owners: string;
  /** Too heavy to load before it is needed: by a call, never by an import. */
  readonly lazy?: true;
};

/** Whoever needs a package that is not listed here adds it, with the room that owns it. */
export const PACKAGES: Readonly<Record<string, Owners>> = {
  '@clack/prompts': { owners: 'commands/init commands/add', lazy: true },
  '@dagrejs/dagre': { owners: 'figures/flow', lazy: true },
  '@expo-google-fonts/noto-sans-sc': { owners: 'renderers/pdf/type', lazy: true },
  '@expo-google-fonts/noto-serif-sc': { owners: 'renderers/pdf/type', lazy: true },
  chalk: { owners: 'formatters' },
  commander: { owners: 'command-line' },
  exceljs: { owners: 'renderers', lazy: true },
  fflate: { owners: 'archive renderers/docx renderers/xlsx' },
  'get-east-asian-width': { owners: 'util' },
  handlebars: { owners: 'papers/text', lazy: true },
  marked: { owners: 'papers/text' },
  pdfkit: { owners: 'renderers', lazy: true },
  yaml: { owners: 'source' },
  zod: { owners: 'model repository commands' },
  'node:child_process': { owners: 'history' },
  'node:crypto': { owners: 'archive signoff/digests' },
  'node:fs': { owners: 'repository commands renderers/pdf/type version' },
  'node:module': { owners: 'source/yaml papers/text renderers/pdf/type' },
  'node:path': { owners: 'repository history commands' },
  'node:url': { owners: 'repository renderers/pdf/type commands/init' },
};

/** Files that may ask what time it is and what surrounds the program; nobody reaches the network. */
export const AMBIENT: Readonly<Record<string, string>> = {
  Date: 'io',
  // git gets the environment that it was started in; a file that is half written has a name of its own.
  process: 'io history/git-files commands/write-files',
};
