import { measuresAgainst } from '../../scheme/relations.ts';
import type { FieldContext, Question, Records } from '../fields/field.ts';

type QuestionDraft = Omit<Question, 'number'>;

/** So many about each of powers, levels, owners and measures; a test is done in half an hour. */
const MOST_EACH = 6;
const OPTIONS = 4;

/**
 * Questions for a 知识测试 from what the scheme defines and from the unit's own powers, points and
 * measures: choices first, then statements to be judged.
 */
export function questionsOf(
  powers: readonly Records['power'][],
  risks: readonly Records['risk'][],
  context: FieldContext,
): Question[] {
  const choices = [
    ...definitionQuestions(context),
    ...departmentQuestions(powers, context),
    ...levelQuestions(risks, context),
    ...measureQuestions(risks, context),
  ];
  const judged = ownerStatements(risks, context);
  return [...choices, ...judged].map((draft, index) => ({ ...draft, number: index + 1 }));
}

function definitionQuestions({ scheme }: FieldContext): QuestionDraft[] {
  const { words, levels, categories } = scheme;
  const ask = (
    all: readonly { readonly id: string; readonly definition?: string | undefined }[],
    word: string,
  ) =>
    all.flatMap(({ id, definition }, index): QuestionDraft[] =>
      definition === undefined || definition.includes(id)
        ? []
        : [
            choice(
              `符合以下情形的${word}是：${definition}`,
              id,
              others(
                all.map((one) => one.id),
                id,
              ),
              index,
            ),
          ],
    );
  return [...ask(levels, words.level), ...ask(categories, words.category)];
}

function departmentQuestions(
  powers: readonly Records['power'][],
  context: FieldContext,
): QuestionDraft[] {
  const { relations, scheme } = context;
  const names = relations.departments.map(({ name }) => name);
  const asked = powers.flatMap(({ name, department }, index): QuestionDraft[] => {
    const own = relations.departmentById.get(department ?? '')?.name;
    if (own === undefined) return [];
    return [
      choice(`${scheme.words.power}「${name}」的承办机构是：`, own, others(names, own), index),
    ];
  });
  return spread(asked);
}

function levelQuestions(risks: readonly Records['risk'][], context: FieldContext): QuestionDraft[] {
  const { scheme, assessment } = context;
  const levels = scheme.levels.map(({ id }) => id);
  const asked = risks.flatMap((risk): QuestionDraft[] => {
    const level = assessment.risks.get(risk.id)?.level;
    const right = levels.indexOf(level ?? '');
    if (right < 0) return [];
    const text = `${of(risk, context)}${scheme.words.riskPoint}「${risk.name}」评定的${scheme.words.level}是：`;
    return [{ kind: '单项选择题', text, options: levels, right }];
  });
  return spread(asked);
}

function measureQuestions(
  risks: readonly Records['risk'][],
  context: FieldContext,
): QuestionDraft[] {
  const { relations, scheme } = context;
  const first = risks.map((risk) => measuresAgainst(risk, relations)[0]);
  const contents = first.flatMap((measure) => measure?.content ?? []);
  const asked = risks.flatMap((risk, index): QuestionDraft[] => {
    const own = measuresAgainst(risk, relations).map(({ content }) => content);
    const [right] = own;
    if (right === undefined) return [];
    const wrong = others(contents, right).filter((content) => !own.includes(content));
    const text = `下列各项中，针对${scheme.words.riskPoint}「${risk.name}」的${scheme.words.measure}是：`;
    return [choice(text, right, wrong, index)];
  });
  return spread(asked);
}

function ownerStatements(
  risks: readonly Records['risk'][],
  context: FieldContext,
): QuestionDraft[] {
  const { relations, scheme } = context;
  const names = relations.posts.map(({ name }) => name);
  const asked = risks.flatMap((risk): QuestionDraft[] => {
    const own = relations.postById.get(risk.owner ?? '')?.name;
    return own === undefined ? [] : [{ ...STATEMENT, text: own, right: risks.indexOf(risk) }];
  });
  return spread(asked).map(({ text: own, right: place }, index) => {
    const risk = risks[place];
    const [other] = others(names, own);
    const isRight = index % 2 === 0 || other === undefined;
    const text = `${scheme.words.riskPoint}「${risk?.name ?? ''}」的责任人是${isRight ? own : other}。`;
    return { ...STATEMENT, text, right: isRight ? 0 : 1 };
  });
}

const STATEMENT = { kind: '判断题', options: ['正确', '错误'] } as const;

/** Whose point it is, so that points of one name can be told apart. */
function of({ post, department }: Records['risk'], { relations }: FieldContext): string {
  const name =
    relations.postById.get(post ?? '')?.name ??
    relations.departmentById.get(department ?? '')?.name;
  return name === undefined ? '' : `${name}的`;
}

/** The others in turn, from the one after the right one on, each once. */
function others(all: readonly string[], right: string): string[] {
  const place = all.indexOf(right);
  return [...new Set([...all.slice(place + 1), ...all.slice(0, Math.max(0, place))])].filter(
    (one) => one !== right && one !== '',
  );
}

/** The right answer stands in each place in turn. */
function choice(
  text: string,
  right: string,
  wrong: readonly string[],
  turn: number,
): QuestionDraft {
  const taken = wrong.slice(0, OPTIONS - 1);
  const place = turn % (taken.length + 1);
  const options = [...taken.slice(0, place), right, ...taken.slice(place)];
  return { kind: '单项选择题', text, options, right: place };
}

/** A few from all over the list; a choice with a single option asks nothing. */
function spread(asked: readonly QuestionDraft[]): QuestionDraft[] {
  const real = asked.filter(({ options }) => options.length > 1);
  const step = Math.max(1, real.length / MOST_EACH);
  const count = Math.min(real.length, MOST_EACH);
  return Array.from({ length: count }, (_, index) => real[Math.floor(index * step)]).filter(
    (draft) => draft !== undefined,
  );
}
