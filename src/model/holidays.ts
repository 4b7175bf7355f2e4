import { z } from 'zod';
import { day } from './common.ts';

const days = (title: string) =>
  z
    .array(day(title))
    .default(() => [])
    .meta({ title });

/**
 * holidays.yaml beside lianfang.yaml, year by year as the State Council's notice (节假日安排) has it:
 * working days off, and weekends that are worked (调休上班).
 */
export const holidaysSchema = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ off: days('放假'), work: days('调休上班') }),
);
export type Holidays = z.infer<typeof holidaysSchema>;
