import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { flowOf, reachable } from './power-flow.ts';
import { named } from '../called.ts';
import { defineRule } from '../rule.ts';

export const unreachableStep = defineRule({
  meta: {
    code: 'LF205',
    name: 'unreachable-step',
    title: '流程走不到的环节',
    severity: 'error',
    rationale: '没有一条路通到这个环节，流程图会断开，环节上的风险也就没有着落。',
  },
  check({ relations, report }) {
    for (const power of relations.powers) {
      const flow = flowOf(power);
      const [firstStep] = power.steps;
      if (flow === undefined || firstStep === undefined) continue;
      const reached = reachable([firstStep.id], flow.nextOf);
      power.steps.forEach((step, index) => {
        if (reached.has(step.id)) return;
        report(
          at(power.ref, 'steps', index, 'id'),
          say`${{ power: named('power', power) }}的环节「${{ step: step.name || step.id }}」从第一个环节走不到`,
          { hint: '在它前面的环节的 next 中写上它，或调整先后' },
        );
      });
    }
  },
});
