import { at } from '../../diagnostics/diagnostic.ts';
import { itemsOf } from '../words/pieces.ts';
import { shorten } from '../../util/shorten.ts';
import { called } from '../called.ts';
import { defineRule } from '../rule.ts';

const TITLES =
  '(?:本单位|我单位|我局|本局|县|区|市|省)?(?:的)?《[^》]+》(?:(?:第[^条]{1,8}条)(?:第[^款项]{1,5}[款项])?)?(?:[和与及、以]*《[^》]+》)*';
const RULES =
  '(?:等|中|里)?(?:的)?(?:有关|相关|各项|具体)?(?:规定|要求|制度|办法|程序|条款|内容|文件|精神)*';
/** 「严格执行《…》」「按照《…》的规定办理」, and nothing else. */
const ONLY_FOLLOWS = new RegExp(
  `^(?:要|应|应当|必须|全面|认真|坚决|切实|严格|依法)*(?:贯彻|落实|执行|遵守|遵照|参照|对照|按照|按|依照|依据|根据|照){1,3}${TITLES}${RULES}(?:进行|予以|来|去)?(?:严格|认真)?(?:办理|执行|落实|操作|开展|管理|处理|实施|规范|审批|审核)*(?:工作)?$`,
  'u',
);
/** 「违反《…》第十条规定」, 「不按《…》办理」, 「违反有关规定」. */
const ONLY_BREAKS = new RegExp(
  `^(?:存在)?(?:违反|违背|不执行|未执行|不遵守|未遵守|不落实|未落实|未严格执行|不严格执行|(?:未|不|没有)(?:严格)?(?:按照|按|依照|依据)|不符合)(?:${TITLES}${RULES}|(?:国家|上级|有关|相关|单位)+(?:的)?(?:规定|制度|法律|法规|政策|要求|[、和及])+)(?:办理|执行|操作|开展|审批|审核|工作)*(?:的)?(?:行为|问题|情形|情况)?$`,
  'u',
);

/** Saves taking apart what cannot be meant. */
const MAY_BREAK = /^.{0,6}(?:违反|违背|[不未]|没有)/u;

export const onlyNamesRule = defineRule({
  meta: {
    code: 'LF346',
    name: 'only-names-rule',
    title: '只写了一个制度名称',
    severity: 'warning',
    rationale:
      '“执行《…》”“违反《…》”没有说在哪个环节、做什么或会怎样；制度本来就要执行，写上它不等于防住了风险。',
  },
  check({ relations, report }) {
    for (const measure of relations.measures) {
      if (!measure.content.includes('《')) continue;
      const items = itemsOf(measure.content);
      if (items.length === 0 || !items.every((item) => ONLY_FOLLOWS.test(item))) continue;
      report(
        at(measure.ref, 'content'),
        `措施「${shorten(measure.content)}」只说要执行制度，没有写怎样防`,
        { hint: '写出制度中针对这个风险的做法：谁、在哪一步、做什么、留下什么' },
      );
    }
    for (const risk of relations.risks) {
      for (const [index, text] of risk.manifestation.entries()) {
        if (!MAY_BREAK.test(text)) continue;
        const items = itemsOf(text);
        if (items.length === 0 || !items.every((item) => ONLY_BREAKS.test(item))) continue;
        report(
          at(risk.ref, 'manifestation', index),
          `${called('risk', risk)}的表现形式「${shorten(text)}」只说违反规定，没有写会怎样做`,
          { hint: '写出在哪个环节、以什么方式违反，得了什么好处' },
        );
      }
    }
  },
});
