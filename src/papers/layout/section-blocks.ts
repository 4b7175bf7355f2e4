import type { Section } from '../../model/profile.ts';
import type { Block } from '../document.ts';
import { markdownBlocks } from '../text/markdown-blocks.ts';
import type { TextContext } from '../text/fill-text.ts';
import { recordedOpinion } from './recorded-opinion.ts';
import { BLANK, fillText, piecesOf } from '../text/fill-text.ts';

/** Blocks of a section that is neither a table, a chart nor labels and values. */
export function sectionBlocks(
  section: Section,
  sections: readonly Section[],
  context: TextContext,
): Block[] {
  const fill = (text: string) => fillText(text, context);
  const { heading, text, list, signatures, notes, opinions, pageBreak } = section;
  if (heading !== undefined) return [{ kind: 'heading', level: 1, text: fill(heading) }];
  if (text !== undefined) return [{ kind: 'paragraph', role: 'body', text: fill(text) }];
  if (list !== undefined) return [{ kind: 'list', items: list.map(fill) }];
  if (signatures !== undefined) return [{ kind: 'signatures', items: signatures.map(fill) }];
  if (notes !== undefined) return noteBlocks(notes.map(fill));
  if (opinions !== undefined) {
    const boxes = opinions.map(({ title, stage, text: opinion, signs, seal, dated }) => {
      const recorded = recordedOpinion(stage, sections, context);
      return {
        title: fill(title),
        text: recorded === undefined || recorded.text === '' ? fill(opinion) : recorded.text,
        signs: signs.map(fill),
        seal,
        ...(dated ? { on: recorded?.on ?? '' } : {}),
      };
    });
    return [{ kind: 'opinions', boxes }];
  }
  if (pageBreak === true) return [{ kind: 'pageBreak' }];
  return letterBlocks(section, { ...context, prose: true });
}

function noteBlocks(notes: readonly string[]): Block[] {
  return notes.map((note, index) => {
    const number = notes.length === 1 ? '' : `${index + 1}. `;
    return {
      kind: 'paragraph',
      role: 'note',
      text: `${index === 0 ? '注：' : ''}${number}${note}`,
    };
  });
}

/** 成文日期 to be filled in by hand. */
const BLANK_DATE = '　　年　月　日';

/** The parts of a letter by GB/T 9704-2012, and running text. */
function letterBlocks(section: Section, context: TextContext): Block[] {
  const fill = (text: string) => fillText(text, context);
  const { markdown, addressee, number, center, attachments, attachmentMark, closing } = section;
  if (markdown !== undefined) return markdownBlocks(piecesOf(markdown, context));
  if (addressee !== undefined) return [paragraph('addressee', fill(addressee))];
  if (number !== undefined) return [paragraph('number', fill(number))];
  if (center !== undefined) {
    const line = fill(center);
    return line === '' ? [] : [paragraph('center', line)];
  }
  if (attachments !== undefined) {
    // A list of the data gives one attachment a line.
    const texts = attachments
      .flatMap((text) => fill(text).split('\n'))
      .filter((text) => text.trim() !== '');
    return texts.length === 0 ? [] : [paragraph('attachment', attachmentText(texts))];
  }
  if (attachmentMark !== undefined) {
    return [{ kind: 'pageBreak' }, paragraph('attachmentMark', fill(attachmentMark))];
  }
  if (closing === undefined) return [];
  const on = fill(closing.on);
  const isOpen = on === '' || on === BLANK;
  return [
    {
      kind: 'closing',
      by: closing.by.map(fill),
      on: isOpen ? BLANK_DATE : on,
      seal: closing.seal,
    },
  ];
}

function paragraph(
  role: 'addressee' | 'number' | 'center' | 'attachment' | 'attachmentMark',
  text: string,
): Extract<Block, { kind: 'paragraph' }> {
  return { kind: 'paragraph', role, text };
}

/** 附件说明: several are numbered, one under the other. */
function attachmentText(texts: readonly string[]): string {
  if (texts.length === 1) return `附件：${texts[0]}`;
  return texts
    .map((text, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${text}`)
    .join('\n');
}
