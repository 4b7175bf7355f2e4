import { z } from 'zod';
import { common, requiredText } from '../common.ts';
import type { KindDescriptor } from '../kind-descriptor.ts';
/** people.yaml: the only place of personal names. */
const personSchema = z.strictObject({
  ...common,
  name: requiredText('姓名', { personal: true }),
});
export type Person = z.infer<typeof personSchema>;

export const person = {
  id: 'person',
  title: '人员',
  schema: personSchema,
  list: 'people',
  standing: true,
  personal: true,
  known: 'name',
} as const satisfies KindDescriptor;
