import type { Message } from '../diagnostics/message.ts';
import { say, textOf } from '../diagnostics/message.ts';
import type {
  Diagnostic,
  Finding,
  NodeRef,
  Position,
  Severity,
  Span,
  Target,
} from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { sorted } from '../diagnostics/order.ts';
import { suggest } from '../util/suggest.ts';
import type { Ignore } from './ignores.ts';
import { applyIgnores } from './ignores.ts';
import type { RuleNeed } from '../model/rule-meta.ts';
import type { Rule } from './rule.ts';

/** Finds the place of an address; of `span`, where a finding has offsets instead. */
type LocateFinding = (
  ref: NodeRef,
  on: Target,
  span?: Span,
) => { readonly start: Position; readonly end: Position };

export type FinishOptions = {
  readonly registry: readonly Rule[];
  /** `rules:` of lianfang.yaml: code or name → severity or off. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Where `rules:` stands. */
  readonly configRef?: NodeRef;
  readonly ignores?: readonly Ignore[];
  /** What rules were given beyond the data; ignoring those that need more may have had no chance. */
  readonly supplied?: ReadonlySet<RuleNeed>;
  readonly locate: LocateFinding;
};

/** From findings to what is printed: ignored ones out, severities set, located, sorted, each once. */
export function finish(findings: readonly Finding[], options: FinishOptions): Diagnostic[] {
  const { registry, ignores = [], supplied = new Set() } = options;
  const ruleByCode = new Map<string, Rule>(registry.map((rule) => [rule.meta.code, rule]));
  const configured = configure(options);
  const remaining = applyIgnores([...findings, ...configured.findings], ignores, (code) => {
    const { mandatory = false, needs } = ruleByCode.get(code)?.meta ?? {};
    return { isMandatory: mandatory, hasRun: needs === undefined || supplied.has(needs) };
  });

  const diagnostics: Diagnostic[] = [];
  for (const finding of remaining) {
    const { meta } = ruleByCode.get(finding.code) ?? unregistered(finding.code);
    const { ref, on = 'value', span, hint, related, assumed = false } = finding;
    const own = assumed && meta.severity === 'error' ? 'warning' : meta.severity;
    const severity = configured.severityByCode.get(meta.code) ?? own;
    if (severity === 'off') continue;
    const message = assumed ? asAssumed(finding.message) : finding.message;
    diagnostics.push({
      code: meta.code,
      rule: meta.name,
      severity,
      message: textOf(message),
      ...(typeof message === 'string' ? {} : { template: message.template, args: message.args }),
      ...(hint === undefined ? {} : { hint }),
      file: ref.file,
      ...options.locate(ref, on, span),
      ...(related === undefined || related.length === 0
        ? {}
        : {
            related: related.map((other) => ({
              file: other.ref.file,
              start: options.locate(other.ref, 'value').start,
              message: other.message,
            })),
          }),
    });
  }
  return sorted(diagnostics);
}

/** What is found by a demand that no notice makes says so. */
function asAssumed(message: Finding['message']): Message {
  const told =
    typeof message === 'string' ? { text: message, template: message, args: {} } : message;
  return say`${told}（通知未作规定，按本方案的假定）`;
}

function unregistered(code: string): never {
  throw new Error(`finding with a code that no rule has: ${code}`);
}

/** Reads `rules:`, where a rule goes by its code or its name. */
function configure({ registry, severities = {}, configRef }: FinishOptions): {
  readonly severityByCode: ReadonlyMap<string, Severity | 'off'>;
  readonly findings: readonly Finding[];
} {
  const severityByCode = new Map<string, Severity | 'off'>();
  const findings: Finding[] = [];
  const ruleByKey = new Map(
    registry.flatMap((rule) => [
      [rule.meta.code, rule],
      [rule.meta.name, rule],
    ]),
  );
  for (const [key, severity] of Object.entries(severities)) {
    const rule = ruleByKey.get(key);
    const ref = at(configRef ?? { file: 'lianfang.yaml', path: [] }, 'rules', key);
    if (rule === undefined) {
      const meant = suggest(key, [...ruleByKey.keys()]);
      const hint =
        meant === undefined ? '用 lianfang list rules 查看全部规则' : `您是否要写「${meant}」`;
      findings.push({ code: 'LF103', ref, on: 'key', message: say`没有规则「${{ key }}」`, hint });
    } else if (severity === 'off' && rule.meta.mandatory === true) {
      const message = say`规则 ${{ code: rule.meta.code }} 不能关闭`;
      findings.push({ code: 'LF103', ref, message, hint: '它说明数据没有读进来，只能改正' });
    } else {
      severityByCode.set(rule.meta.code, severity);
    }
  }
  return { severityByCode, findings };
}
